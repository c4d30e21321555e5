/// Who may do what: local mode with one owner, or accounts with a login.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package pmradar.account;
