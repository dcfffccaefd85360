@echo off
rem Makes this copy of gongkai start in half the time; run it again after Java was changed.
rem Where the path holds a blank or a letter outside ASCII, such as C:\Program Files, Java passes over the archive:
rem better C:\gongkai.
setlocal EnableExtensions DisableDelayedExpansion
set "GONGKAI_DEMO=%TEMP%\gongkai-demo-install-%RANDOM%"
del "%~dp0lib\gongkai.jsa" 2>nul
set GONGKAI_JAVA_OPTS="-XX:ArchiveClassesAtExit=%~dp0lib\gongkai.jsa.new"
call "%~dp0bin\gongkai.cmd" demo -q --out "%GONGKAI_DEMO%" >nul
if exist "%GONGKAI_DEMO%" rmdir /s /q "%GONGKAI_DEMO%"
move /y "%~dp0lib\gongkai.jsa.new" "%~dp0lib\gongkai.jsa" >nul 2>nul
if errorlevel 1 goto none
echo "%~dp0bin\gongkai.cmd"
exit /b 0
:none
echo install: no archive of classes was made; the program works, it only starts slower 1>&2
exit /b 4
