package uk.daymark.practice;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("practice")
@EnableConfigurationProperties(PracticeSettings.class)
class PracticeConfiguration {}
