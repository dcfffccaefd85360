@echo off
rem Starts gongkai. Java: JAVA_HOME, else the one in PATH; further options for it in GONGKAI_JAVA_OPTS.
setlocal
set "GONGKAI_HOME=%~dp0.."
set "GONGKAI_JAVA=java"
if defined JAVA_HOME set "GONGKAI_JAVA=%JAVA_HOME%\bin\java"
if exist "%GONGKAI_HOME%\lib\gongkai.jsa" set GONGKAI_JAVA_OPTS="-XX:SharedArchiveFile=%GONGKAI_HOME%\lib\gongkai.jsa" %GONGKAI_JAVA_OPTS%
"%GONGKAI_JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable -Xlog:all=error:stderr %GONGKAI_JAVA_OPTS% -jar "%GONGKAI_HOME%\lib\gongkai.jar" %*
exit /b %ERRORLEVEL%
