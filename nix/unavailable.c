/* In place of the libraries for Kerberos and LDAP that psycopg2's libpq names, and for which three
 * megabytes would come along. libpq asks them whether there is a ticket before it connects, and hears
 * that there is none; to a server that insists it fails with a message. */
#define GSS_S_UNAVAILABLE (16u << 16)
#define GSS(name) unsigned name(void) { return GSS_S_UNAVAILABLE; }
#define LDAP(name) void *name(void) { return 0; }

void *GSS_C_NT_HOSTBASED_SERVICE;
GSS(gss_acquire_cred)
GSS(gss_delete_sec_context)
GSS(gss_display_status)
GSS(gss_import_name)
GSS(gss_init_sec_context)
GSS(gss_release_buffer)
GSS(gss_release_cred)
GSS(gss_release_name)
GSS(gss_unwrap)
GSS(gss_wrap)
GSS(gss_wrap_size_limit)

LDAP(ldap_count_entries)
LDAP(ldap_err2string)
LDAP(ldap_first_entry)
LDAP(ldap_get_values_len)
LDAP(ldap_init)
LDAP(ldap_msgfree)
LDAP(ldap_result)
LDAP(ldap_search_st)
LDAP(ldap_set_option)
LDAP(ldap_simple_bind)
LDAP(ldap_unbind)
LDAP(ldap_value_free_len)
