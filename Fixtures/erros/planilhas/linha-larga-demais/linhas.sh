echo 'NOME DO CLIENTE,FORMA,STATUS,COMISSÃO'
n=1
while [ $n -le 30 ]; do echo "CLIENTE $n,PIX,ENTROU,300"; n=$((n + 1)); done
echo 'ANA SOUZA,PIX,ENTROU,331,48'
