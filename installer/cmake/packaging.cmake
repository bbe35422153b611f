# What `./dev package` puts into the .deb. The package is called dash-desktop: `dash` is a shell.
include(GNUInstallDirs)
install(TARGETS dash-desktop dash-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
set(linux "${PROJECT_SOURCE_DIR}/installer/linux")
install(FILES "${linux}/io.github.dash_desktop.Dash.desktop" DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES "${linux}/io.github.dash_desktop.Dash.metainfo.xml" DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES "${linux}/io.github.dash_desktop.Dash.svg" DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES "${linux}/copyright" DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/dash-desktop)
install(FILES "${linux}/dash-cli.bash" DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME dash-cli)
foreach(page dash-desktop.1 dash-cli.1)
  add_custom_command(OUTPUT "${PROJECT_BINARY_DIR}/${page}.gz" COMMAND gzip -9nc "${linux}/${page}" > "${PROJECT_BINARY_DIR}/${page}.gz"
    DEPENDS "${linux}/${page}")
  install(FILES "${PROJECT_BINARY_DIR}/${page}.gz" DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endforeach()
add_custom_command(OUTPUT "${PROJECT_BINARY_DIR}/changelog.gz" COMMAND gzip -9nc "${PROJECT_SOURCE_DIR}/CHANGELOG.md" > "${PROJECT_BINARY_DIR}/changelog.gz"
  DEPENDS "${PROJECT_SOURCE_DIR}/CHANGELOG.md")
add_custom_command(OUTPUT "${PROJECT_BINARY_DIR}/changelog.Debian.gz"
  COMMAND gzip -9nc "${linux}/changelog.Debian" > "${PROJECT_BINARY_DIR}/changelog.Debian.gz" DEPENDS "${linux}/changelog.Debian")
install(FILES "${PROJECT_BINARY_DIR}/changelog.gz" "${PROJECT_BINARY_DIR}/changelog.Debian.gz" DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/dash-desktop)
add_custom_target(package_docs ALL DEPENDS "${PROJECT_BINARY_DIR}/dash-desktop.1.gz" "${PROJECT_BINARY_DIR}/dash-cli.1.gz" "${PROJECT_BINARY_DIR}/changelog.gz" "${PROJECT_BINARY_DIR}/changelog.Debian.gz")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME dash-desktop)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "The Dash developers <maintainers@dash-desktop.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "data pipelines and live charts on your own computer")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
  "Dash reads web APIs, files, metrics endpoints and this very computer, shapes
the rows step by step, keeps them in a fast local store and shows them live
on dashboards. It works without a network and without an account.")
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded at run time, so invisible to shlibdeps: the SVG plugin and Qt's own translations.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6svg6, qt6-translations-l10n, tzdata")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland, gnome-keyring | kwalletmanager")
include(CPack)
