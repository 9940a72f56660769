# The image's own Python with pytest beside it, so that what is tested is what is shipped. What the
# test tools take from the standard library and the image lacks is found last: it can shadow nothing.
{
  devWheels,
  otelWheels,
  python313,
  runCommand,
  runtime,
  writeShellScriptBin,
}:
let
  packages = runCommand "clockwork-test-packages" { } ''
    mkdir $out
    for wheel in ${devWheels}/*.whl ${otelWheels}/*.whl; do
      ${runtime}/bin/python3 -m zipfile -e "$wheel" $out
    done
    cat > $out/sitecustomize.py <<END
    import sys
    from importlib.machinery import PathFinder

    class Rest:
        def find_spec(name, path=None, target=None):
            stdlib, package = "${python313}/lib/python3.13/", "/".join(name.split(".")[:-1])
            return PathFinder.find_spec(name, [stdlib + package, stdlib + "lib-dynload"])

    sys.meta_path.append(Rest)
    END
  '';
in
writeShellScriptBin "python3" ''
  PYTHONPATH=${packages} exec ${runtime}/bin/python3 "$@"
''
