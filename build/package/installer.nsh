; Chartroom is offered in "Open with" for manifests. electron-builder's own associations would make it what opens them.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Chartroom.manifest" "" "YAML manifest"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Chartroom.manifest\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Chartroom.manifest\shell\open\command" "" '"$appExe" "%1"'
  WriteRegStr SHELL_CONTEXT "Software\Classes\.yaml\OpenWithProgids" "Chartroom.manifest" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\.yml\OpenWithProgids" "Chartroom.manifest" ""
!macroend

!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Chartroom.manifest"
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.yaml\OpenWithProgids" "Chartroom.manifest"
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.yml\OpenWithProgids" "Chartroom.manifest"
!macroend
