#pragma once
// The pages of the window. Adding one is a file and one row in page_registry.cpp; a section without a page is absent.

#include "app/app_context.h"
#include "app/shell/page.h"

#include <functional>
#include <vector>

namespace dash {

struct PageEntry {
    QString section;   // Location::section
    const char *label; // English, QT_TRANSLATE_NOOP("Section", …)
    const char *icon;  // of resources/icons
    enum class Place { Main, Foot, Unlisted } place = Place::Main;
    // On first visit of this id in the section; an empty id is the section itself.
    std::function<Page *(AppContext &, const QString &id, QWidget *)> make;
};

std::vector<PageEntry> pageEntries();

// An entry with the context already in it: what the window needs to know.
struct WindowPage {
    QString section;
    QString label;
    QString icon;
    PageEntry::Place place = PageEntry::Place::Main;
    std::function<Page *(const QString &id, QWidget *)> make;
};

} // namespace dash
