#pragma once
// Every widget of the look on one sheet, laid out like picture 00, to be compared with it by eye and by tests.

#include <QWidget>

namespace dash::test {

QWidget *makeGallery(QWidget *parent = nullptr);

} // namespace dash::test
