// The jar for the JVM. The native library is not in it: put `libekbom_mobile` where `jna.library.path` looks, or into the
// jar's `resources` under JNA's name of the platform (`linux-x86-64/libekbom_mobile.so`), as the task `natives` does.
plugins {
    kotlin("jvm") version "2.4.20"
    `java-library`
    `maven-publish`
}

group = "org.ekbom"
version = "0.1.0"

kotlin {
    jvmToolchain(17)
    compilerOptions {
        allWarningsAsErrors = true
    }
}

sourceSets {
    main {
        kotlin.srcDir("../src/main/kotlin")
        resources.srcDir(layout.buildDirectory.dir("natives"))
    }
    test {
        kotlin.srcDir("../src/test/kotlin")
    }
}

dependencies {
    implementation("net.java.dev.jna:jna:5.13.0")
    testImplementation(kotlin("test-junit5"))
    testRuntimeOnly("org.junit.jupiter:junit-jupiter-engine:5.9.2")
}

// `-Pnatives=DIR`: a folder with `linux-x86-64/libekbom_mobile.so`, `darwin-aarch64/libekbom_mobile.dylib` and so on.
val natives by tasks.registering(Copy::class) {
    providers.gradleProperty("natives").orNull?.let { from(it) }
    into(layout.buildDirectory.dir("natives"))
}

tasks.processResources { dependsOn(natives) }

tasks.test {
    useJUnitPlatform()
    systemProperty("jna.library.path", providers.gradleProperty("library").getOrElse("../../../../target/ci"))
    systemProperty("ekbom.vectors", "../../../../tests/vectors")
    systemProperty("ekbom.expected", providers.gradleProperty("expected").getOrElse("../../../../target/expected"))
}

publishing {
    publications {
        create<MavenPublication>("maven") {
            artifactId = "ekbom"
            from(components["java"])
        }
    }
}
