# The OCI image, a layer for each store path: runtime, certificates, page, migrations, app, and last
# the links to them. Dates are fixed and owners root, so the same source gives the same digest.
{
  app,
  cacert,
  dockerTools,
  lib,
  migrations,
  revision,
  runCommand,
  runtime,
  spa,
  flavour ? "",
}:
let
  inherit (builtins.fromTOML (builtins.readFile ../pyproject.toml)) project;
  version = builtins.head (
    builtins.match ".*__version__ = \"([^\"]+)\".*" (builtins.readFile ../clockwork/__init__.py)
  );

  # nixpkgs' certificates are several bundles; one is enough.
  certificates = runCommand "clockwork-certificates" { } ''
    mkdir -p $out/etc/ssl/certs
    cp ${cacert}/etc/ssl/certs/ca-bundle.crt $out/etc/ssl/certs/ca-bundle.crt
  '';

  etc = runCommand "clockwork-etc" { } ''
    mkdir -p $out/etc
    cat > $out/etc/passwd <<END
    root:x:0:0:root:/:/sbin/nologin
    nobody:x:65534:65534:nobody:/:/sbin/nologin
    nonroot:x:65532:65532:nonroot:/data:/sbin/nologin
    END
    cat > $out/etc/group <<END
    root:x:0:
    nobody:x:65534:
    nonroot:x:65532:
    END
    echo 'hosts: files dns' > $out/etc/nsswitch.conf
  '';
in
dockerTools.buildLayeredImage {
  name = project.name;
  tag = "${version}${flavour}";
  contents = [
    certificates
    etc
  ];
  maxLayers = 16;
  compressor = "none"; # `kind load image-archive` refuses a compressed one, and registries compress

  # Each link is to a whole folder: the server refuses files that lie outside of it.
  fakeRootCommands = ''
    mkdir app bin data tmp
    ln -s ${app}/bin/clockwork bin/clockwork
    ln -s ${app}/clockwork app/clockwork
    ln -s ${app}/healthcheck app/healthcheck
    ln -s ${migrations} app/migrations
    ln -s ${spa} app/static
    chown 65532:65532 data
    chmod 0750 data
    chmod 1777 tmp
  '';

  config = {
    Entrypoint = [
      "${runtime}/bin/python3"
      "-m"
      "clockwork"
    ];
    Cmd = [ "serve" ];
    User = "65532:65532"; # a number: Kubernetes can't check a name against runAsNonRoot
    WorkingDir = "/app";
    StopSignal = "SIGTERM";
    ExposedPorts."8080/tcp" = { };
    Volumes."/data" = { };
    Env = [
      "PATH=/bin"
      "ENV=production"
      "HOST=0.0.0.0"
      "DATABASE_URL=sqlite:////data/clockwork.db"
      "STATIC_DIR=/app/static"
      "MIGRATIONS_DIR=/app/migrations"
      "SSL_CERT_FILE=/etc/ssl/certs/ca-bundle.crt"
      "PYTHONPATH=/app"
      "PYTHONSAFEPATH=1"
      "PYTHONUNBUFFERED=1"
      "PYTHONDONTWRITEBYTECODE=1"
    ];
    Healthcheck = {
      Test = [
        "CMD"
        "/app/healthcheck"
      ];
      Interval = 30 * 1000000000; # nanoseconds
      Timeout = 5 * 1000000000;
      StartPeriod = 5 * 1000000000;
      Retries = 3;
    };
    Labels = {
      "org.opencontainers.image.title" = "Clockwork";
      "org.opencontainers.image.description" = project.description;
      "org.opencontainers.image.version" = version;
      "org.opencontainers.image.source" = "https://github.com/clockwork-time/clockwork";
      "org.opencontainers.image.licenses" = project.license;
    }
    // lib.optionalAttrs (revision != null) { "org.opencontainers.image.revision" = revision; };
  };
}
