# The image's own Python with pytest beside it, so that what is tested is what is shipped. What the
# test tools take from the standard library and the image lacks is appended: it can shadow nothing.
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
    sys.path += ["${python313}/lib/python3.13", "${python313}/lib/python3.13/lib-dynload"]
    END
  '';
in
writeShellScriptBin "python3" ''
  PYTHONPATH=${packages} exec ${runtime}/bin/python3 "$@"
''
