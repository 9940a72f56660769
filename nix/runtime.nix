# Python, its standard library, the wheels and the shared libraries that they need, in one tree that
# refers to nothing else: Nix refuses it if a shell or a compiler is still named anywhere in it.
{
  closureInfo,
  patchelf,
  python313,
  runCommand,
  wheels,
}:
runCommand "clockwork-runtime"
  {
    nativeBuildInputs = [ patchelf ];
    outputs = [
      "out"
      "origins"
    ];
    allowedReferences = [ "out" ];
  }
  ''
    ${python313}/bin/python3 ${./runtime.py} ${python313} \
      ${closureInfo { rootPaths = [ python313 ]; }}/store-paths $out $origins ${toString wheels}
    export PYTHONHASHSEED=0
    $out/bin/python3 ${./bytecode.py} $out/lib/python3.13
  ''
