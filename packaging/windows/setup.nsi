; The installer for Windows: for one person, or for everybody on the machine.
;   setup.exe /S                       without a word, for whoever runs it
;   setup.exe /S /AllUsers             for everybody (as an administrator)
;   setup.exe /S /D=C:\a folder        elsewhere
; makensis is told VERSION, FILES (a folder with what is to be installed), OUTPUT and ICON; QUICK
; makes a larger one in a shorter time.
Target amd64-unicode
Unicode true
ManifestDPIAware true
!ifdef QUICK ; for tests of upgrading
  SetCompress off
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
CRCCheck on
AllowRootDirInstall false

Name "Pressmark"
OutFile "${OUTPUT}"
BrandingText "Pressmark ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Pressmark"
VIAddVersionKey "FileDescription" "Pressmark setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "CompanyName" "The Pressmark authors"
VIAddVersionKey "LegalCopyright" "The Pressmark authors, Apache License 2.0"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Pressmark"
!define APP_PATH "Software\Microsoft\Windows\CurrentVersion\App Paths\Pressmark.exe"
!define KIND "Pressmark.Project"

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_INSTDIR "Pressmark"
!define MULTIUSER_INSTALLMODE_FUNCTION where
!define MULTIUSER_INSTALLMODE_UNFUNCTION un.where
!include MultiUser.nsh
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\Pressmark.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE Ukrainian

Var whose
Var named

; A folder that was named on the command line stays.
Function where
  SetRegView 64
  ${If} $named != ""
    StrCpy $INSTDIR $named
  ${EndIf}
  Call whose
FunctionEnd

Function .onInit
  StrCpy $named $INSTDIR
  !insertmacro MULTIUSER_INIT
FunctionEnd

Function un.where
  SetRegView 64
  Call un.whose
FunctionEnd

Function un.onInit
  !insertmacro MULTIUSER_UNINIT
FunctionEnd

!macro whose un
Function ${un}whose
  StrCpy $whose machine
  ${If} $MultiUser.InstallMode == CurrentUser
    StrCpy $whose user
  ${EndIf}
FunctionEnd
!macroend
!insertmacro whose ""
!insertmacro whose "un."

; A program that runs cannot be replaced: say so before anything is touched.
!macro stop_where_open
  ${If} ${FileExists} "$INSTDIR\Pressmark.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\Pressmark.exe" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "Pressmark is open. Please close it and try again." /SD IDOK
      SetErrorLevel 2
      Abort
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro remove_files
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\bin"
  RMDir /r "$INSTDIR\LICENSES"
  Delete "$INSTDIR\Pressmark.exe"
  Delete "$INSTDIR\pressmark-*.cdx.json"
!macroend

!macro tell_the_shell
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section "Pressmark"
  !insertmacro stop_where_open
  !insertmacro remove_files
  SetOutPath "$INSTDIR"
  File /r "${FILES}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  WriteRegStr SHCTX "Software\Classes\.pressmark" "" "${KIND}"
  WriteRegStr SHCTX "Software\Classes\.pressmark" "Content Type" "application/vnd.pressmark+json"
  WriteRegStr SHCTX "Software\Classes\.pressmark\OpenWithProgids" "${KIND}" ""
  WriteRegStr SHCTX "Software\Classes\${KIND}" "" "Pressmark project"
  WriteRegStr SHCTX "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\Pressmark.exe,0"
  WriteRegStr SHCTX "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\Pressmark.exe" "%1"'
  WriteRegStr SHCTX "${APP_PATH}" "" "$INSTDIR\Pressmark.exe"

  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "Pressmark"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\Pressmark.exe"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "The Pressmark authors"
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" $0

  CreateShortcut "$SMPROGRAMS\Pressmark.lnk" "$INSTDIR\Pressmark.exe"
  ExecWait '"$INSTDIR\runtime\pythonw.exe" "$INSTDIR\runtime\on_path.py" add $whose "$INSTDIR\bin"'
  !insertmacro tell_the_shell
SectionEnd

; Projects, settings and backups are not in this folder, and stay.
Section "Uninstall"
  !insertmacro stop_where_open
  ExecWait '"$INSTDIR\runtime\pythonw.exe" "$INSTDIR\runtime\on_path.py" remove $whose "$INSTDIR\bin"'
  !insertmacro remove_files
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Pressmark.lnk"
  DeleteRegValue SHCTX "Software\Classes\.pressmark\OpenWithProgids" "${KIND}"
  DeleteRegKey /ifnosubkeys /ifnovalues SHCTX "Software\Classes\.pressmark\OpenWithProgids"
  ReadRegStr $0 SHCTX "Software\Classes\.pressmark" ""
  ${If} $0 == "${KIND}"
    DeleteRegValue SHCTX "Software\Classes\.pressmark" ""
    DeleteRegValue SHCTX "Software\Classes\.pressmark" "Content Type"
  ${EndIf}
  DeleteRegKey /ifnosubkeys /ifnovalues SHCTX "Software\Classes\.pressmark"
  DeleteRegKey SHCTX "Software\Classes\${KIND}"
  DeleteRegKey SHCTX "${APP_PATH}"
  DeleteRegKey SHCTX "${UNINSTALL}"
  !insertmacro tell_the_shell
SectionEnd
