# Two virtual machines with the module: on SQLite, and with the machine's own PostgreSQL and nginx.
module: {
  name = "clockwork";

  nodes.sqlite = {
    imports = [ module ];
    services.clockwork.enable = true;
  };

  nodes.postgresql = {
    imports = [ module ];
    services.clockwork = {
      enable = true;
      database.createLocally = true;
      nginx.host = "time.example.com";
    };
    # There is nobody to ask for a certificate.
    services.nginx.virtualHosts."time.example.com" = {
      enableACME = false;
      forceSSL = false;
    };
  };

  testScript = ''
    start_all()
    for machine in sqlite, postgresql:
        machine.wait_for_unit("clockwork.service")
        machine.wait_until_succeeds("curl --fail http://127.0.0.1:8080/healthz")
        machine.succeed("systemd-analyze security --threshold=20 clockwork.service")
        machine.succeed("systemctl start clockwork-backup.service")
        machine.succeed("ls /var/lib/clockwork/backups/clockwork-*")
        machine.succeed("systemctl list-timers clockwork-backup.timer | grep clockwork")
    postgresql.wait_for_unit("nginx.service")
    postgresql.succeed("curl --fail --header 'Host: time.example.com' http://127.0.0.1/healthz")
    sqlite.succeed("systemctl restart clockwork.service")
    sqlite.wait_until_succeeds("curl --fail http://127.0.0.1:8080/readyz")
  '';
}
