echo 'NOME;DATA'
n=1
while [ $n -le $1 ]; do echo "CLIENTE $n;01/09/2025"; n=$((n + 1)); done
