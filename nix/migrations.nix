# The migrations, as a store path and so a layer of their own.
{ runCommand }:
runCommand "clockwork-migrations" { } ''
  mkdir $out
  cp ${../migrations}/*.py $out
''
