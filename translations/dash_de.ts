<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Combo</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a dashboard, a pipeline, a series or a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called that. Try fewer letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for commands,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>it could not be created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Dash closed unexpectedly %n times in a row, so no pipeline runs now. Nothing saved is lost.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Safe mode: no pipeline runs now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run pipelines again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed, tried again soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New pipeline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NDJSON (one record a line)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps values over time, for charts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps rows, for tables and exports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds rows to a CSV or JSON file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends rows to an HTTP address; tries again until they are taken.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Stopped before it was done. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Dash. Copy the details and report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} “{name}” does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” does not fit {field}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be opened. Check that the folder exists and can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be written. Check the folder&apos;s permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is damaged. Dash keeps it untouched; restore a copy or start a new workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was written by a newer Dash (version {found}, this one reads up to {known}). Update Dash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Nothing saved is lost; free some space and it goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is in use by another program. It is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be read or written. Check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database refused the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace {folder} is open in another Dash. Close it there or use that window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace {folder} cannot be used: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{series} holds {expected} values; {found} cannot be added to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text in a series is at most {limit} bytes; this one has {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} does not fit {series}, which keeps {scale} decimal places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no series {series}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time {value} is outside the years 1 to 9999.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stored block of {series} is damaged and was set aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column {column} of {table} holds {expected}; {found} cannot be stored in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row of {table} has no value for its key {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no table {table}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not valid JSON (line {line}, column {column}): {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file was written by a newer Dash (format {found}, this one reads up to {known}). Update Dash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}: {field} {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}: {field} is missing. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}: there is no setting “{field}”. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}: “{type}” is not a known kind. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The definition is larger than {limit}. Split it into several pipelines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character {position}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field “{field}” here. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no function “{function}”. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character {position} of the path: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format}, line {line}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not {encoding}. Choose another encoding in the source&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document is nested deeper than {limit} levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is larger than {limit}. Ask for less or raise the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than {limit} columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a time in the form {format}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{zone}” is not a known time zone, such as Europe/Berlin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is too large or too small for {type}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be opened: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} could not be reached: {reason}. It is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} did not answer within {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {host} is not safe: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} redirected more than {limit} times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} answered {status}. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paging stopped: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {port} on this computer could not be opened: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}: the secret “{name}” is not set on this computer. Enter it in the step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain did not answer: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after {limit} of work in {step}. Narrow the data or raise the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: {step} made more than {limit} rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: {step} needed more than {limit} of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This pipeline is already running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step} failed: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule “{value}” is not understood: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}: the receiver refused the delivery ({status}). {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}: the template is not understood at character {position}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>What is a pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pipeline brings data in and makes it useful: a source reads, steps change what was read, outputs keep it as series or tables, or send it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows are shown under every step while you type. A row that a step cannot use goes to the table “rejected” with the reason; nothing is lost, and it can be run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you edit is a draft. The version that runs changes when you choose Apply, and the difference in rows is shown before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is a dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dashboard is a grid of widgets. Each one reads series and tables from the cache on this computer, so it looks the same live, offline and after a restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a chart to read it, drag it to look back, turn the wheel to zoom. “Follow” goes back to now. The line below a chart says how it was made and opens its pipeline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where your data is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is in the workspace folder: one file with what you made, one with the data. Saved means it is on the disk. Passwords and keys are in the keychain of the system, never in these files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding things</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything opens with %1: type a few letters of a name. Begin with &gt; for commands only, with # for series by label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys while editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>My workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Dash</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NavItem</name>
    <message>
        <source>open now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rejected row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NavRail</name>
    <message>
        <source>Navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Parameter</name>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the bytes are read. Found out by itself unless chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the records are, such as $.data[*]. Empty: the list, or the object itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers with a fraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact decimals suit money; floating point suits measurements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As they come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact decimals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the series is called. Empty: like its value field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the value was true. Empty: the time of the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One field per series, or a field with the series&apos; name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field per series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields to keep. Empty: every number and yes/no field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field that holds the series&apos; name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field that holds the value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A series of its own for every combination of labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as EUR, ms or °C.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed by the first point unless chosen here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it arrives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact decimal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the table is called. Empty: the node&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields to keep. Empty: all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields that tell rows apart; a row with the same key is updated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens to the rows that are already there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update by key, else add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update by key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace all with every run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest rows leave beyond this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows are added at its end. {date}, {month} or {hour} in the name starts a new file for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A JSON row per line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New file beyond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The full file is kept under a numbered name. Empty: one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which {date} changes. Empty: the computer&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the rows go, such as https://example.com/hook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How rows are written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON array of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row per request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{field}} for a value, {{#rows}} … {{/rows}} around what repeats for every row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent as “Authorization: Bearer …”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs every request as Standard Webhooks describe it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows per request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size per request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: JSON.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System follows what the desktop is set to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact shows more rows and smaller gaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing moves but the data. The system&apos;s own setting counts as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also decides how numbers and dates are written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dash %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built with Qt %1. Diagnostics hold versions and folders, no data and no secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shortcut</name>
    <message>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold or unfold the navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the screen or leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the first section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the second section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the third section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the fourth section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoppedPage</name>
    <message>
        <source>This workspace needs a newer Dash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is open elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the folder was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextInput</name>
    <message>
        <source>Show what is typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
