echo 'Nome Mutuário;Data de Assinatura;Nome Empreendimento;Número Contrato'
printf 'ANA SOUZA;20/10/2025;'
head -c 40000 /dev/zero | tr '\0' A
echo ';8787-1'
