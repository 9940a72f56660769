# The interpreter: our own small program around nixpkgs' library of Python, the standard library, and
# every shared library that these or wheels load. It refers to nothing else: Nix refuses it if a shell
# or a compiler is still named anywhere in it.
{
  closureInfo,
  nukeReferences,
  patchelf,
  python313,
  runCommandCC,
}:
runCommandCC "clockwork-python"
  {
    nativeBuildInputs = [
      nukeReferences
      patchelf
      python313
    ];
    outputs = [
      "out"
      "origins"
    ];
    allowedReferences = [ "out" ];
  }
  ''
    mkdir -p $out/bin
    cc -O2 -o $out/bin/python3.13 ${./python.c}
    ln -s python3.13 $out/bin/python3
    python3 ${./gather}/python.py ${python313} \
      ${closureInfo { rootPaths = [ python313 ]; }}/store-paths $out $origins
    find $out -type f -exec nuke-refs -e $out {} +
    # email puts together what is said of its classes.
    bash ${./compile.sh} $out/lib/python3.13/email
    bash ${./compile.sh} $out/lib/python3.13 2
  ''
