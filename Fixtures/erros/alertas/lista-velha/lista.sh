echo 'Nº;Decisão;Motivo;Marca'
n=1
while [ $n -le 12 ]; do echo "2510-$n;Resolvido;corrigido;x"; n=$((n + 1)); done
