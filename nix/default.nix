# Wires the derivations together. `pkgs` is nixpkgs for the system that builds and runs; all that is
# taken from it stands here, in shell.nix and in formatter.nix.
{ pkgs }:
let
  inherit (pkgs)
    cacert
    closureInfo
    dockerTools
    glibc
    nodejs
    patchelf
    python313
    runCommand
    writeShellScriptBin
    ;
  inherit (pkgs.lib) genAttrs;
  inherit (pkgs.lib.fetchers) proxyImpureEnvVars;

  hashes = builtins.fromJSON (builtins.readFile ./hashes.json);
  fetchWheels = import ./wheels.nix {
    inherit
      cacert
      proxyImpureEnvVars
      python313
      runCommand
      ;
  };
  fetchNodeModules = import ./node-modules.nix {
    inherit
      cacert
      nodejs
      proxyImpureEnvVars
      runCommand
      ;
  };
  fetched = genAttrs [ "x86_64-linux" "aarch64-linux" ] (target: {
    wheels = fetchWheels {
      inherit target;
      lock = ../requirements.lock;
      hash = hashes."requirements.lock".${target};
    };
    otelWheels = fetchWheels {
      inherit target;
      lock = ../requirements-otel.lock;
      hash = hashes."requirements-otel.lock".${target};
    };
    devWheels = fetchWheels {
      inherit target;
      lock = ../requirements-dev.lock;
      hash = hashes."requirements-dev.lock".${target};
    };
    nodeModules = fetchNodeModules {
      inherit target;
      manifest = ../static-src/package.json;
      lock = ../static-src/package-lock.json;
      hash = hashes."static-src/package-lock.json".${target};
    };
  });
  inherit (fetched.${pkgs.stdenv.hostPlatform.system})
    wheels
    otelWheels
    devWheels
    nodeModules
    ;

  spa = import ./spa.nix { inherit nodeModules nodejs runCommand; };
  runtimeWith =
    wheels:
    import ./runtime.nix {
      inherit
        closureInfo
        patchelf
        python313
        runCommand
        wheels
        ;
    };
  runtime = runtimeWith [ wheels ];
  appWith = runtime: import ./app.nix { inherit runCommand runtime; };
  app = appWith runtime;
  migrations = import ./migrations.nix { inherit runCommand; };
  testPython = import ./test-python.nix {
    inherit
      devWheels
      glibc
      otelWheels
      python313
      runCommand
      runtime
      writeShellScriptBin
      ;
  };
  imageWith =
    runtime: flavour:
    import ./image.nix {
      inherit
        cacert
        dockerTools
        flavour
        migrations
        runCommand
        runtime
        spa
        ;
      app = appWith runtime;
    };
in
{
  inherit
    fetched
    runtime
    spa
    testPython
    ;

  command = import ./command.nix {
    inherit
      app
      migrations
      runtime
      spa
      writeShellScriptBin
      ;
  };
  image = imageWith runtime "";
  image-otel = imageWith (runtimeWith [
    wheels
    otelWheels
  ]) "-otel";
  tests = import ./tests.nix { inherit runCommand testPython; };
}
