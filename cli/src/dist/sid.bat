@echo off
rem Runs sid4j on Windows. Options of the JVM from outside may name another collector, and two stop the start.
setlocal
if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java.exe") else (set "java=java")
set "SID_HOME=%~dp0.."
set "collector=-XX:+UseSerialGC -Xmn64m"
if defined JAVA_TOOL_OPTIONS set "collector="
if defined JDK_JAVA_OPTIONS set "collector="
"%java%" -XX:+IgnoreUnrecognizedVMOptions --sun-misc-unsafe-memory-access=allow %collector% -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 -jar "%SID_HOME%\sid.jar" %*
