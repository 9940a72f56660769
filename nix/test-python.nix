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

    class Rest(PathFinder):
        """Asked last, with the folder of the whole standard library that a name would be in."""

        @classmethod
        def find_spec(cls, name, path=None, target=None):
            package = "/".join(name.split(".")[:-1])
            folders = ["${python313}/lib/python3.13/" + package]
            return super().find_spec(name, folders + [folders[0] + "lib-dynload"], target)

    sys.meta_path.append(Rest)
    END
  '';
in
writeShellScriptBin "python3" ''
  PYTHONPATH=${packages} exec ${runtime}/bin/python3 "$@"
''
