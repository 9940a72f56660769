# The wheels, in a virtual environment of our Python's: a layer of its own beside the interpreter's.
{
  nukeReferences,
  patchelf,
  python,
  python313,
  runCommandCC,
  wheels,
  moreWheels ? [ ],
}:
runCommandCC "clockwork-runtime"
  {
    nativeBuildInputs = [
      nukeReferences
      patchelf
      python313
    ];
    allowedReferences = [
      "out"
      python
    ];
  }
  ''
    mkdir -p $out/bin $out/lib
    cc -O2 -shared -fPIC -nostdlib -o $out/lib/libunavailable.so ${./unavailable.c}
    ln -s ${python}/bin/python3 $out/bin/python3
    printf 'home = %s\ninclude-system-site-packages = false\n' ${python}/bin > $out/pyvenv.cfg
    packages=$out/lib/python3.13/site-packages
    python3 ${./gather}/wheels.py ${python} $packages ${toString ([ wheels ] ++ moreWheels)}
    find $out -type f -exec nuke-refs -e $out -e ${python} {} +
    bash ${./compile.sh} $packages 2
  ''
