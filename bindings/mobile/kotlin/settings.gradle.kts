pluginManagement {
    repositories {
        google()
        mavenCentral()
        gradlePluginPortal()
    }
}

dependencyResolutionManagement {
    repositories {
        google()
        mavenCentral()
    }
}

rootProject.name = "ekbom"

// A jar for the JVM and an AAR for Android, over the same sources in `src`.
include(":jvm", ":android")
