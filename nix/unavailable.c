/* In place of the libraries for Kerberos and LDAP that psycopg2's libpq names, and for which three
 * megabytes would come along. libpq asks them whether there is a ticket before it connects, and hears
 * that there is none; to a server that insists it fails with a message. */
#define GSS_S_UNAVAILABLE (16u << 16)
#define GSS(name) unsigned gss_##name(void) { return GSS_S_UNAVAILABLE; }
#define LDAP(name) void *ldap_##name(void) { return 0; }

void *GSS_C_NT_HOSTBASED_SERVICE;
GSS(acquire_cred) GSS(delete_sec_context) GSS(display_status) GSS(import_name)
GSS(init_sec_context) GSS(release_buffer) GSS(release_cred) GSS(release_name)
GSS(unwrap) GSS(wrap) GSS(wrap_size_limit)

LDAP(count_entries) LDAP(err2string) LDAP(first_entry) LDAP(get_values_len) LDAP(init)
LDAP(msgfree) LDAP(result) LDAP(search_st) LDAP(set_option) LDAP(simple_bind) LDAP(unbind)
LDAP(value_free_len)
