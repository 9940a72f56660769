# Clockwork as a service of NixOS: `nixosModules.default`. `packageFor` is the flake's own package.
packageFor:
{
  config,
  lib,
  pkgs,
  ...
}:
let
  inherit (lib) mkEnableOption mkIf mkOption types;
  cfg = config.services.clockwork;
  folder = "/var/lib/clockwork";
  program = "${cfg.package}/bin/clockwork";
  text = value: if builtins.isBool value then lib.boolToString value else toString value;

  # What every command of the service runs in: as a user that exists while it runs, who sees nothing
  # of the machine but the state folder and may talk to networks and to PostgreSQL's socket.
  unit = {
    after = [ "network-online.target" ] ++ lib.optional cfg.database.createLocally "postgresql.target";
    wants = [ "network-online.target" ];
    requires = lib.optional cfg.database.createLocally "postgresql.target";
    environment = builtins.mapAttrs (_: text) cfg.settings;
  };
  sandbox = {
    User = "clockwork"; # one name, so that the server and its backups own the same files
    DynamicUser = true;
    StateDirectory = [
      "clockwork"
      "clockwork/backups"
    ];
    StateDirectoryMode = "0700";
    WorkingDirectory = folder;
    UMask = "0077";
    EnvironmentFile = lib.optional (cfg.environmentFile != null) cfg.environmentFile;

    AmbientCapabilities = "";
    CapabilityBoundingSet = "";
    LockPersonality = true;
    MemoryDenyWriteExecute = true;
    NoNewPrivileges = true;
    PrivateDevices = true;
    PrivateTmp = true;
    PrivateUsers = true;
    ProtectClock = true;
    ProtectControlGroups = true;
    ProtectHome = true;
    ProtectHostname = true;
    ProtectKernelLogs = true;
    ProtectKernelModules = true;
    ProtectKernelTunables = true;
    ProtectProc = "invisible"; # not ProcSubset: the metrics of the process read /proc/stat
    ProtectSystem = "strict";
    RemoveIPC = true;
    RestrictAddressFamilies = [
      "AF_INET"
      "AF_INET6"
      "AF_UNIX"
    ];
    RestrictNamespaces = true;
    RestrictRealtime = true;
    RestrictSUIDSGID = true;
    SystemCallArchitectures = "native";
    SystemCallErrorNumber = "EPERM";
    SystemCallFilter = [
      "@system-service"
      "~@privileged @resources"
    ];
  };
in
{
  options.services.clockwork = {
    enable = mkEnableOption "Clockwork, a time tracker";
    package = mkOption {
      type = types.package;
      default = packageFor pkgs;
      defaultText = lib.literalMD "the flake's `packages.default`";
      description = "The package that has the program `clockwork`.";
    };
    settings = mkOption {
      type = types.attrsOf (
        types.oneOf [
          types.bool
          types.int
          types.str
        ]
      );
      default = { };
      example = {
        PUBLIC_URL = "https://time.example.com";
      };
      description = "Clockwork's settings, as its README lists them. They can be read by everybody on the machine: secrets belong into `environmentFile`.";
    };
    environmentFile = mkOption {
      type = types.nullOr types.str;
      default = null;
      example = "/run/secrets/clockwork";
      description = "A file with more settings, `NAME=value` on each line, which only root has to be able to read.";
    };
    database.createLocally = mkEnableOption "a PostgreSQL on this machine for Clockwork, in place of SQLite in its state folder";
    nginx.host = mkOption {
      type = types.nullOr types.str;
      default = null;
      example = "time.example.com";
      description = "The name under which nginx serves Clockwork, with a certificate by ACME.";
    };
    backups.keep = mkOption {
      type = types.int;
      default = 14;
      description = "How many of the backups that are made every night to keep, in `${folder}/backups`; 0 makes none.";
    };
  };

  config = mkIf cfg.enable {
    services.clockwork.settings = builtins.mapAttrs (_: lib.mkDefault) (
      {
        ENV = "production";
        HOST = "127.0.0.1";
        DB_AUTO_MIGRATE = false; # done before the start
        DATABASE_URL =
          if cfg.database.createLocally then
            "postgresql:///clockwork?host=/run/postgresql"
          else
            "sqlite:///${folder}/clockwork.db";
      }
      // lib.optionalAttrs (cfg.nginx.host != null) {
        PUBLIC_URL = "https://${cfg.nginx.host}";
        TRUSTED_PROXY = "127.0.0.1";
      }
    );

    systemd.services.clockwork = unit // {
      description = "Clockwork, a time tracker";
      wantedBy = [ "multi-user.target" ];
      serviceConfig = sandbox // {
        ExecStartPre = "${program} migrate up";
        ExecStart = "${program} serve";
        Restart = "on-failure";
        RestartSec = 5;
      };
    };

    systemd.services.clockwork-backup = mkIf (cfg.backups.keep > 0) (
      unit
      // {
        description = "A backup of Clockwork";
        startAt = "*-*-* 02:17:00";
        serviceConfig = sandbox // {
          Type = "oneshot";
          ExecStart = "${program} backup ${folder}/backups --keep ${toString cfg.backups.keep}";
        };
      }
    );

    services.postgresql = mkIf cfg.database.createLocally {
      enable = true;
      ensureDatabases = [ "clockwork" ];
      ensureUsers = [
        {
          name = "clockwork";
          ensureDBOwnership = true;
        }
      ];
    };

    services.nginx = mkIf (cfg.nginx.host != null) {
      enable = true;
      recommendedProxySettings = true;
      virtualHosts.${cfg.nginx.host} = {
        enableACME = lib.mkDefault true;
        forceSSL = lib.mkDefault true;
        locations."/".proxyPass = "http://127.0.0.1:${text (cfg.settings.PORT or 8080)}";
        # Files to import are large, and take their time.
        locations."/api/imports" = {
          proxyPass = "http://127.0.0.1:${text (cfg.settings.PORT or 8080)}";
          extraConfig = "client_max_body_size 50m; proxy_read_timeout 120s;";
        };
      };
    };
  };
}
