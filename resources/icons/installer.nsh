; CSV files gain "open with Multivector" and stay with the program that owns them. electron-builder's own association would take them over
; on Windows, whatever its rank says.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Multivector.csv" "" "CSV file"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Multivector.csv\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  WriteRegNone SHELL_CONTEXT "Software\Classes\.csv\OpenWithProgids" "Multivector.csv"
!macroend

!macro customUnInstall
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.csv\OpenWithProgids" "Multivector.csv"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Multivector.csv"
!macroend
