@echo off
rem Makes this copy of gongkai start in half the time; run it again after Java was changed.
rem Where the path holds a blank, such as C:\Program Files, Java 17 passes over the archive: better C:\gongkai.
setlocal
set "GONGKAI_JAVA_OPTS="
del "%~dp0lib\gongkai.jsa" 2>nul
set "GONGKAI_JAVA_OPTS=-XX:ArchiveClassesAtExit=%~dp0lib\gongkai.jsa.new"
call "%~dp0bin\gongkai.cmd" demo -q --out "%TEMP%\gongkai-demo-install" >nul
move /y "%~dp0lib\gongkai.jsa.new" "%~dp0lib\gongkai.jsa" >nul
if errorlevel 1 exit /b 4
rmdir /s /q "%TEMP%\gongkai-demo-install"
echo %~dp0bin\gongkai.cmd
