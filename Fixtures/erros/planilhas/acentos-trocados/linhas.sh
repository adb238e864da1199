echo 'NOME DO CLIENTE;FORMA;STATUS;COMISSÃO'
n=1
while [ $n -le 30 ]; do echo "JOÃO $n;PIX;ENTROU;300"; n=$((n + 1)); done
printf 'JO\303O SILVA;PIX;ENTROU;300\n'
