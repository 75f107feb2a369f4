package uk.daymark.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import uk.daymark.web.ProblemWriter;

/** Who gets in: HTTP Basic for programs, a sign-in page for people. Neither counts for the other. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    /**
     * Programs. No session is read or made, so the cookie of a signed-in browser opens nothing here and no CSRF token is needed; a
     * browser that remembers a Basic password is stopped by {@link CrossSiteCalls}.
     */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, ProblemWriter problems) throws Exception {
        ProblemsOfAccess answers = new ProblemsOfAccess(problems);
        return http.securityMatcher("/api/**", "/v3/api-docs/**", "/v3/api-docs.yaml", "/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/actuator/health")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access(may(Action.SEE_METRICS))
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(answers))
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new CrossSiteCalls(answers), BasicAuthenticationFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    /** People. */
    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, EndedSessions ended) throws Exception {
        PagesOfAccess answers = new PagesOfAccess(ended);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in",
                                "/sign-in-again",
                                "/help",
                                "/help/**",
                                "/accessibility-statement",
                                "/vendor/**",
                                "/daymark/**",
                                "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .successHandler(new AfterSignIn())
                        .failureForwardUrl("/sign-in-again"))
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/sign-in?signed-out")
                        .deleteCookies("JSESSIONID"))
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    /** As Spring Security's own, and refuses the NUL character in the values of parameters too: not every database takes it. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    private static AuthorizationManager<RequestAuthorizationContext> may(Action action) {
        return (authentication, context) -> new AuthorizationDecision(Access.personIn(authentication.get())
                .filter(person -> person.may(action))
                .isPresent());
    }
}
