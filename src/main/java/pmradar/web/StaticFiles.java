package pmradar.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.WebContentInterceptor;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/// Styles and scripts: named by their content, so that browsers keep them for a year and never see an old one.
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/*.css", "/*.js", "/*.svg")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic())
                .resourceChain(true)
                .addResolver(new LiteWebJarsResourceResolver());
    }

    /// Answers of the API may be kept by the one who asked, who asks again whether they still hold.
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var revalidated = new WebContentInterceptor();
        revalidated.setCacheControl(CacheControl.noCache().cachePrivate());
        registry.addInterceptor(revalidated).addPathPatterns("/api/**");
    }

    @Bean
    ResourceUrlEncodingFilter contentNames() {
        return new ResourceUrlEncodingFilter();
    }

    /// Lets clients of the API ask again for what they have without getting it again.
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> etags() {
        var weak = new ShallowEtagHeaderFilter() {
            /// Files are written as they are read: holding them back for a tag would cost memory.
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return request.getRequestURI().matches(".*\\.(csv|jsonl)");
            }
        };
        // Answers with strong tags are never compressed.
        weak.setWriteWeakETag(true);
        var etags = new FilterRegistrationBean<ShallowEtagHeaderFilter>(weak);
        etags.addUrlPatterns("/api/*");
        return etags;
    }
}
