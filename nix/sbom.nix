# The bill of materials: CycloneDX, from what is in the layers and from what the locks have fetched.
{
  app,
  cacert,
  python,
  python313,
  runCommand,
  runtime,
  spa,
  wheels,
}:
runCommand "clockwork-sbom.json" { } ''
  libpq=$(${runtime}/bin/python3 -c '
  from psycopg2.extensions import libpq_version
  print("{}.{}".format(*divmod(libpq_version(), 10000)))')
  version=$(PYTHONPATH=${app} ${runtime}/bin/python3 -c 'import clockwork; print(clockwork.__version__)')
  ${python313}/bin/python3 ${./sbom.py} "$version" "$libpq" ${cacert} \
    ${spa} ${python} ${python.origins} ${runtime} ${wheels} > $out
''
