// The AAR for Android. `jniLibs` holds one library for each architecture: `../android-libraries.sh` builds them.
plugins {
    id("com.android.library") version "8.7.3"
    kotlin("android") version "2.4.20"
    `maven-publish`
}

group = "org.ekbom"
version = "0.1.0"

android {
    namespace = "org.ekbom"
    compileSdk = 35

    defaultConfig {
        minSdk = 24
        consumerProguardFiles("consumer-rules.pro")
    }

    sourceSets["main"].kotlin.srcDir("../src/main/kotlin")

    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }

    publishing {
        singleVariant("release") { withSourcesJar() }
    }
}

kotlin {
    jvmToolchain(17)
}

dependencies {
    implementation("net.java.dev.jna:jna:5.13.0@aar")
}

publishing {
    publications {
        create<MavenPublication>("release") {
            artifactId = "ekbom-android"
            afterEvaluate { from(components["release"]) }
        }
    }
}
