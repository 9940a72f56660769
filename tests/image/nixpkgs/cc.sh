# Builds the stand-in's C compiler and the tools that come with it: bin/cc and bin/strip.
mkdir -p "$out/bin"
ln -s "$binutils/bin/strip" "$out/bin/strip"
from=$debian/usr/lib/x86_64-linux-gnu
cat > "$out/bin/cc" <<END
#!$bash/bin/bash
case " \$* " in
  *" -shared "*) start="" end="" ;;
  *) start="$from/crt1.o $from/crti.o" end=$from/crtn.o ;;
esac
exec $tcc/bin/tcc -B$from/tcc -I$debian/usr/include -I$debian/usr/include/x86_64-linux-gnu \\
  -nostdlib -L$glibc/lib \$start "\$@" $glibc/lib/libc.so.6 \$end
END
chmod +x "$out/bin/cc"
