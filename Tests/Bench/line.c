// The least that a program can do: what `--versao` is compared with.

#include <stdio.h>

int main(void) {
  puts("comissoes");
  return 0;
}
