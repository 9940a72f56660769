# Builds the stand-in's C compiler and the tools that come with it: bin/cc and bin/strip.
mkdir -p "$out/bin"
ln -s "$binutils/bin/strip" "$out/bin/strip"
from=$debian/usr/lib/x86_64-linux-gnu
cat > "$out/bin/cc" <<END
#!$bash/bin/bash
# For one source, named last. tcc would link it so that its stack can be executed, ld does not.
set -e
source=\${!#}
start="$from/crt1.o $from/crti.o" end=$from/crtn.o
while [ "\$1" != -o ]; do
  if [ "\$1" = -shared ]; then start=-shared end=""; fi
  shift
done
$tcc/bin/tcc -B$from/tcc -I$debian/usr/include -I$debian/usr/include/x86_64-linux-gnu \\
  -c -o "\$2.o" "\$source"
$binutils/bin/ld -z noexecstack --allow-shlib-undefined -o "\$2" \$start "\$2.o" $glibc/lib/libc.so.6 \$end
rm "\$2.o"
END
chmod +x "$out/bin/cc"
