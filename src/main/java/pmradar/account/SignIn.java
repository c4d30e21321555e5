package pmradar.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password4j.Argon2Password4jPasswordEncoder;

/// What Spring Security needs to know of accounts.
@Configuration(proxyBeanMethods = false)
@AccountMode
class SignIn {

    /// Argon2id with 19 MiB and two passes. Source: OWASP Password Storage Cheat Sheet.
    @Bean
    PasswordEncoder passwords() {
        return new Argon2Password4jPasswordEncoder(Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID));
    }

    @Bean
    UserDetailsService people(StoredAccounts accounts) {
        return name -> accounts.find(name)
                .map(row -> new Person(row.account(), row.password()))
                .orElseThrow(() -> new UsernameNotFoundException("nobody has this name"));
    }

    /// By name and password a [Person] comes in; by session or token their account is known at once.
    @Bean
    CurrentAccount signedIn() {
        return () -> Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(authentication -> switch (authentication.getPrincipal()) {
                    case Person person -> person.account();
                    case Account account -> account;
                    case null, default -> null;
                });
    }

    record Person(Account account, String password) implements UserDetails {

        private static final long serialVersionUID = 1L;

        @Override
        public Collection<? extends GrantedAuthority> getAuthorities() {
            return List.of(new SimpleGrantedAuthority("ROLE_" + account.role()));
        }

        @Override
        public String getPassword() {
            return password;
        }

        @Override
        public String getUsername() {
            return account.name();
        }
    }
}
