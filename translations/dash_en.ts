<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Chart</name>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other(s), average</source>
        <translation>
            <numerusform>%Ln other, average</numerusform>
            <numerusform>%Ln others, average</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WidgetType</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::ChartView</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln point(s) here cannot be read: the file is damaged</source>
        <translation>
            <numerusform>%Ln point here cannot be read: the file is damaged</numerusform>
            <numerusform>%Ln points here cannot be read: the file is damaged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::Desktop</name>
    <message numerus="yes">
        <source>Dash closed unexpectedly %n times in a row, so no pipeline runs now. Nothing saved is lost.</source>
        <translation>
            <numerusform>Dash closed unexpectedly %n time in a row, so no pipeline runs now. Nothing saved is lost.</numerusform>
            <numerusform>Dash closed unexpectedly %n times in a row, so no pipeline runs now. Nothing saved is lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::DropVeil</name>
    <message numerus="yes">
        <source>One file at a time: the first of %n</source>
        <translation>
            <numerusform>One file at a time: the first of %n</numerusform>
            <numerusform>One file at a time: the first of %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::EditPanel</name>
    <message numerus="yes">
        <source>%Ln series</source>
        <translation>
            <numerusform>%Ln series</numerusform>
            <numerusform>%Ln series</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decimal(s)</source>
        <translation>
            <numerusform>%Ln decimal</numerusform>
            <numerusform>%Ln decimals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln series as</source>
        <translation>
            <numerusform>%Ln series as</numerusform>
            <numerusform>%Ln series as</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln point(s)</source>
        <translation>
            <numerusform>%Ln point</numerusform>
            <numerusform>%Ln points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::FilePanel</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>%n s left</numerusform>
            <numerusform>%n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped at %1. %Ln row(s) are kept.</source>
        <translation>
            <numerusform>Stopped at %1. %Ln row is kept.</numerusform>
            <numerusform>Stopped at %1. %Ln rows are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped at %1. %Ln point(s) are kept.</source>
        <translation>
            <numerusform>Stopped at %1. %Ln point is kept.</numerusform>
            <numerusform>Stopped at %1. %Ln points are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::FollowChip</name>
    <message numerus="yes">
        <source>Follow, +%Ln point(s)</source>
        <translation>
            <numerusform>Follow, +%Ln point</numerusform>
            <numerusform>Follow, +%Ln points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::MainWindow</name>
    <message numerus="yes">
        <source>“%1” is open. %n more were dropped.</source>
        <translation>
            <numerusform>“%1” is open. %n more was dropped.</numerusform>
            <numerusform>“%1” is open. %n more were dropped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::NavItem</name>
    <message numerus="yes">
        <source>%n rejected row(s)</source>
        <translation>
            <numerusform>%n rejected row</numerusform>
            <numerusform>%n rejected rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::SeriesPanel</name>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln point(s)</source>
        <translation>
            <numerusform>%Ln point</numerusform>
            <numerusform>%Ln points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete “%1” with %Ln point(s)? This cannot be undone.</source>
        <translation>
            <numerusform>Delete “%1” with %Ln point? This cannot be undone.</numerusform>
            <numerusform>Delete “%1” with %Ln points? This cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::SeriesTable</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::TablePanel</name>
    <message numerus="yes">
        <source>Delete “%1” with %Ln row(s)? This cannot be undone.</source>
        <translation>
            <numerusform>Delete “%1” with %Ln row? This cannot be undone.</numerusform>
            <numerusform>Delete “%1” with %Ln rows? This cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::TemplateDetails</name>
    <message numerus="yes">
        <source>1 pipeline, 1 dashboard, %n widget(s)</source>
        <translation>
            <numerusform>1 pipeline, 1 dashboard, %n widget</numerusform>
            <numerusform>1 pipeline, 1 dashboard, %n widgets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::TemplatesPage</name>
    <message numerus="yes">
        <source>Search %n template(s)</source>
        <translation>
            <numerusform>Search %n template</numerusform>
            <numerusform>Search %n templates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::WidgetCard</name>
    <message numerus="yes">
        <source>All %Ln series</source>
        <translation>
            <numerusform>All %Ln series</numerusform>
            <numerusform>All %Ln series</numerusform>
        </translation>
    </message>
</context>
</TS>
