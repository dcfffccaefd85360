@echo off
rem Starts gongkai. Java: JAVA_HOME, else the one in PATH; further options for it in GONGKAI_JAVA_OPTS.
rem A path may hold blanks, & and !: it stands in quotes throughout, and ! means nothing here.
setlocal EnableExtensions DisableDelayedExpansion
set "GONGKAI_HOME=%~dp0.."
set "GONGKAI_JAVA=java"
if not defined JAVA_HOME goto path
rem some installers write the quotes into it
set "GONGKAI_JAVA=%JAVA_HOME:"=%\bin\java.exe"
if exist "%GONGKAI_JAVA%" goto found
echo gongkai: no "%GONGKAI_JAVA%", install Java 17 or set JAVA_HOME 1>&2
exit /b 4
:path
where /q java
if not errorlevel 1 goto found
echo gongkai: no java in PATH, install Java 17 or set JAVA_HOME 1>&2
exit /b 4
:found
set "GONGKAI_JSA="
if exist "%GONGKAI_HOME%\lib\gongkai.jsa" set GONGKAI_JSA="-XX:SharedArchiveFile=%GONGKAI_HOME%\lib\gongkai.jsa"
"%GONGKAI_JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable -Xlog:all=error:stderr %GONGKAI_JSA% %GONGKAI_JAVA_OPTS% -jar "%GONGKAI_HOME%\lib\gongkai.jar" %*
exit /b %ERRORLEVEL%
