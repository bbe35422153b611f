<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>CacheFields</name>
    <message>
        <source>For ever</source>
        <translation>Für immer</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Ein Jahr</translation>
    </message>
    <message>
        <source>Three years</source>
        <translation>Drei Jahre</translation>
    </message>
</context>
<context>
    <name>Cell</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Yes/no</source>
        <translation>Ja/Nein</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>Ganze Zahl</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Decimal</source>
        <translation>Dezimalzahl</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other(s), average</source>
        <translation>
            <numerusform>%Ln weitere, Mittel</numerusform>
            <numerusform>%Ln weitere, Mittel</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>NDJSON (one record a line)</source>
        <translation>NDJSON (ein Datensatz pro Zeile)</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihen</translation>
    </message>
    <message>
        <source>Keeps values over time, for charts.</source>
        <translation>Behält Werte über die Zeit, für Diagramme.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Keeps rows, for tables and exports.</source>
        <translation>Behält Zeilen, für Tabellen und Exporte.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Adds rows to a CSV or JSON file.</source>
        <translation>Fügt Zeilen an eine CSV- oder JSON-Datei an.</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Sends rows to an HTTP address; tries again until they are taken.</source>
        <translation>Sendet Zeilen an eine HTTP-Adresse; versucht es erneut, bis sie angenommen sind.</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>TSV</source>
        <translation>TSV</translation>
    </message>
    <message>
        <source>OpenMetrics (Prometheus)</source>
        <translation>OpenMetrics (Prometheus)</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Processor, memory, disks and network of this computer.</source>
        <translation>Prozessor, Speicher, Festplatten und Netzwerk dieses Computers.</translation>
    </message>
    <message>
        <source>CSV, TSV, JSON, NDJSON or metrics from a file, a folder or a pattern such as logs/*.csv.</source>
        <translation>CSV, TSV, JSON, NDJSON oder Metriken aus einer Datei, einem Ordner oder einem Muster wie logs/*.csv.</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Asks an address again and again, page by page, for what is new.</source>
        <translation>Fragt eine Adresse immer wieder, Seite für Seite, nach Neuem.</translation>
    </message>
    <message>
        <source>Prometheus metrics</source>
        <translation>Prometheus-Metriken</translation>
    </message>
    <message>
        <source>Reads the metrics page of an exporter or service.</source>
        <translation>Liest die Metrikseite eines Exporters oder Dienstes.</translation>
    </message>
    <message>
        <source>Sample data</source>
        <translation>Beispieldaten</translation>
    </message>
    <message>
        <source>Made-up rows that show what a pipeline does, until yours replace them.</source>
        <translation>Erfundene Zeilen, die zeigen, was eine Pipeline tut, bis eigene sie ersetzen.</translation>
    </message>
    <message>
        <source>Remove duplicates</source>
        <translation>Duplikate entfernen</translation>
    </message>
    <message>
        <source>Lets each key through once, also across runs and restarts.</source>
        <translation>Lässt jeden Schlüssel einmal durch, auch über Läufe und Neustarts hinweg.</translation>
    </message>
    <message>
        <source>Derive fields</source>
        <translation>Felder ableiten</translation>
    </message>
    <message>
        <source>Computes new fields from those that arrive.</source>
        <translation>Berechnet neue Felder aus den ankommenden.</translation>
    </message>
    <message>
        <source>Explode list</source>
        <translation>Liste aufteilen</translation>
    </message>
    <message>
        <source>Makes a row of each entry of a list; the other fields are kept.</source>
        <translation>Macht aus jedem Eintrag einer Liste eine Zeile; die anderen Felder bleiben.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Keeps the rows for which a condition holds.</source>
        <translation>Behält die Zeilen, für die eine Bedingung gilt.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppieren</translation>
    </message>
    <message>
        <source>Sums, counts, averages and more over equal fields and spans of time.</source>
        <translation>Summen, Anzahlen, Durchschnitte und mehr über gleiche Felder und Zeitspannen.</translation>
    </message>
    <message>
        <source>Parse time</source>
        <translation>Zeit lesen</translation>
    </message>
    <message>
        <source>Reads a time from text or a number.</source>
        <translation>Liest eine Zeit aus Text oder einer Zahl.</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>How fast a counter grows; a restart of the counter is seen.</source>
        <translation>Wie schnell ein Zähler wächst; ein Neustart des Zählers wird erkannt.</translation>
    </message>
    <message>
        <source>Choose fields</source>
        <translation>Felder wählen</translation>
    </message>
    <message>
        <source>Keeps, renames, types and leaves out fields, also from inside JSON.</source>
        <translation>Behält Felder, benennt sie um, gibt ihnen Typen und lässt andere weg, auch aus dem Inneren von JSON.</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sortieren</translation>
    </message>
    <message>
        <source>Orders the rows of a run; empty values come last.</source>
        <translation>Ordnet die Zeilen eines Laufs; leere Werte kommen zuletzt.</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Begrenzen</translation>
    </message>
    <message>
        <source>Lets the first rows of a run through.</source>
        <translation>Lässt die ersten Zeilen eines Laufs durch.</translation>
    </message>
    <message>
        <source>Compare periods</source>
        <translation>Zeiträume vergleichen</translation>
    </message>
    <message>
        <source>The value one period earlier, the difference and the percent, for each row.</source>
        <translation>Der Wert einen Zeitraum früher, der Unterschied und die Prozent, für jede Zeile.</translation>
    </message>
    <message>
        <source>Running total</source>
        <translation>Laufende Summe</translation>
    </message>
    <message>
        <source>Adds up row by row for each key, on and on across runs.</source>
        <translation>Addiert Zeile für Zeile für jeden Schlüssel, immer weiter über Läufe hinweg.</translation>
    </message>
    <message>
        <source>Fill gaps</source>
        <translation>Lücken füllen</translation>
    </message>
    <message>
        <source>Adds the rows missing between the rows of one run, at every interval.</source>
        <translation>Fügt in jedem Intervall die Zeilen hinzu, die zwischen den Zeilen eines Laufs fehlen.</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Turns cents into amounts, or amounts into cents, by the currency&apos;s places.</source>
        <translation>Macht aus Cent Beträge oder aus Beträgen Cent, nach den Stellen der Währung.</translation>
    </message>
    <message>
        <source>Top rows</source>
        <translation>Oberste Zeilen</translation>
    </message>
    <message>
        <source>Ranks rows by a number and keeps the first ones of each key.</source>
        <translation>Ordnet Zeilen nach einer Zahl und behält die ersten jedes Schlüssels.</translation>
    </message>
    <message>
        <source>Lists to rows</source>
        <translation>Listen zu Zeilen</translation>
    </message>
    <message>
        <source>Makes rows of lists that stand side by side in an object, or of a table with a header.</source>
        <translation>Macht Zeilen aus Listen, die in einem Objekt nebeneinander stehen, oder aus einer Tabelle mit Kopfzeile.</translation>
    </message>
    <message>
        <source>Rows that other programs send to an address of this computer.</source>
        <translation>Zeilen, die andere Programme an eine Adresse dieses Computers senden.</translation>
    </message>
    <message>
        <source>Web form</source>
        <translation>Webformular</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Stopped before it was done. Nothing is lost.</source>
        <translation>Vor dem Ende angehalten. Nichts ist verloren.</translation>
    </message>
    <message>
        <source>Something went wrong inside Dash. Copy the details and report it.</source>
        <translation>In Dash ist etwas schiefgegangen. Die Details kopieren und melden.</translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <source>{what} “{name}” does not exist.</source>
        <translation>{what} „{name}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“{value}” does not fit {field}: {reason}</source>
        <translation>„{value}“ passt nicht zu {field}: {reason}</translation>
    </message>
    <message>
        <source>{file} could not be opened. Check that the folder exists and can be written.</source>
        <translation>{file} konnte nicht geöffnet werden. Prüfen, ob der Ordner vorhanden und beschreibbar ist.</translation>
    </message>
    <message>
        <source>{file} cannot be written. Check the folder&apos;s permissions.</source>
        <translation>{file} kann nicht geschrieben werden. Die Rechte des Ordners prüfen.</translation>
    </message>
    <message>
        <source>{file} is damaged. Dash keeps it untouched; restore a copy or start a new workspace.</source>
        <translation>{file} ist beschädigt. Dash lässt die Datei unberührt; eine Kopie wiederherstellen oder einen neuen Arbeitsbereich beginnen.</translation>
    </message>
    <message>
        <source>{file} was written by a newer Dash (version {found}, this one reads up to {known}). Update Dash.</source>
        <translation>{file} wurde von einem neueren Dash geschrieben (Version {found}, dieses liest bis {known}). Dash aktualisieren.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing saved is lost; free some space and it goes on.</source>
        <translation>Die Festplatte ist voll. Nichts Gespeichertes ist verloren; etwas Platz schaffen, dann geht es weiter.</translation>
    </message>
    <message>
        <source>{file} is in use by another program. It is tried again.</source>
        <translation>{file} wird von einem anderen Programm benutzt. Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>{file} could not be read or written. Check the disk.</source>
        <translation>{file} konnte nicht gelesen oder geschrieben werden. Die Festplatte prüfen.</translation>
    </message>
    <message>
        <source>The database refused the change.</source>
        <translation>Die Datenbank hat die Änderung abgelehnt.</translation>
    </message>
    <message>
        <source>The workspace {folder} is open in another Dash. Close it there or use that window.</source>
        <translation>Der Arbeitsbereich {folder} ist in einem anderen Dash geöffnet. Dort schließen oder jenes Fenster benutzen.</translation>
    </message>
    <message>
        <source>The workspace {folder} cannot be used: {reason}</source>
        <translation>Der Arbeitsbereich {folder} ist nicht verwendbar: {reason}</translation>
    </message>
    <message>
        <source>{series} holds {expected} values; {found} cannot be added to it.</source>
        <translation>{series} enthält Werte vom Typ {expected}; {found} kann nicht hinzugefügt werden.</translation>
    </message>
    <message>
        <source>Text in a series is at most {limit} bytes; this one has {found}.</source>
        <translation>Text in einer Reihe hat höchstens {limit} Bytes; dieser hat {found}.</translation>
    </message>
    <message>
        <source>{value} does not fit {series}, which keeps {scale} decimal places.</source>
        <translation>{value} passt nicht in {series}, die {scale} Nachkommastellen behält.</translation>
    </message>
    <message>
        <source>There is no series {series}.</source>
        <translation>Es gibt keine Reihe {series}.</translation>
    </message>
    <message>
        <source>The time {value} is outside the years 1 to 9999.</source>
        <translation>Die Zeit {value} liegt außerhalb der Jahre 1 bis 9999.</translation>
    </message>
    <message>
        <source>A stored block of {series} is damaged and was set aside.</source>
        <translation>Ein gespeicherter Block von {series} ist beschädigt und wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>Column {column} of {table} holds {expected}; {found} cannot be stored in it.</source>
        <translation>Die Spalte {column} von {table} enthält {expected}; {found} lässt sich darin nicht speichern.</translation>
    </message>
    <message>
        <source>A row of {table} has no value for its key {column}.</source>
        <translation>Eine Zeile von {table} hat keinen Wert für ihren Schlüssel {column}.</translation>
    </message>
    <message>
        <source>There is no table {table}.</source>
        <translation>Es gibt keine Tabelle {table}.</translation>
    </message>
    <message>
        <source>This is not valid JSON (line {line}, column {column}): {reason}</source>
        <translation>Das ist kein gültiges JSON (Zeile {line}, Spalte {column}): {reason}</translation>
    </message>
    <message>
        <source>This file was written by a newer Dash (format {found}, this one reads up to {known}). Update Dash.</source>
        <translation>Diese Datei wurde von einem neueren Dash geschrieben (Format {found}, dieses liest bis {known}). Dash aktualisieren.</translation>
    </message>
    <message>
        <source>{step}: {field} {reason}</source>
        <translation>{step}: {field} {reason}</translation>
    </message>
    <message>
        <source>{step}: {field} is missing. {reason}</source>
        <translation>{step}: {field} fehlt. {reason}</translation>
    </message>
    <message>
        <source>{step}: there is no setting “{field}”. {reason}</source>
        <translation>{step}: Es gibt keine Einstellung „{field}“. {reason}</translation>
    </message>
    <message>
        <source>{step}: “{type}” is not a known kind. {reason}</source>
        <translation>{step}: „{type}“ ist keine bekannte Art. {reason}</translation>
    </message>
    <message>
        <source>{step}: {reason}</source>
        <translation>{step}: {reason}</translation>
    </message>
    <message>
        <source>The definition is larger than {limit}. Split it into several pipelines.</source>
        <translation>Die Definition ist größer als {limit}. Auf mehrere Pipelines verteilen.</translation>
    </message>
    <message>
        <source>Character {position}: {reason}</source>
        <translation>Zeichen {position}: {reason}</translation>
    </message>
    <message>
        <source>There is no field “{field}” here. {reason}</source>
        <translation>Hier gibt es kein Feld „{field}“. {reason}</translation>
    </message>
    <message>
        <source>There is no function “{function}”. {reason}</source>
        <translation>Es gibt keine Funktion „{function}“. {reason}</translation>
    </message>
    <message>
        <source>Character {position} of the path: {reason}</source>
        <translation>Zeichen {position} des Pfads: {reason}</translation>
    </message>
    <message>
        <source>{format}, line {line}: {reason}</source>
        <translation>{format}, Zeile {line}: {reason}</translation>
    </message>
    <message>
        <source>The text is not {encoding}. Choose another encoding in the source&apos;s settings.</source>
        <translation>Der Text ist nicht {encoding}. In den Einstellungen der Quelle eine andere Kodierung wählen.</translation>
    </message>
    <message>
        <source>The document is nested deeper than {limit} levels, deeper than Dash reads. Ask for a flatter one, or put the deep part into it as text.</source>
        <translation>Das Dokument ist tiefer als {limit} Ebenen verschachtelt, tiefer als Dash liest. Ein flacheres anfordern oder den tiefen Teil als Text hineinschreiben.</translation>
    </message>
    <message>
        <source>The answer is larger than {limit}. Ask for less or raise the limit.</source>
        <translation>Die Antwort ist größer als {limit}. Weniger anfordern oder die Grenze anheben.</translation>
    </message>
    <message>
        <source>There are more than {limit} columns.</source>
        <translation>Es gibt mehr als {limit} Spalten.</translation>
    </message>
    <message>
        <source>“{value}” is not a time in the form {format}.</source>
        <translation>„{value}“ ist keine Zeit in der Form {format}.</translation>
    </message>
    <message>
        <source>“{zone}” is not a known time zone, such as Europe/Berlin.</source>
        <translation>„{zone}“ ist keine bekannte Zeitzone wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>{value} is too large or too small for {type}.</source>
        <translation>{value} ist zu groß oder zu klein für {type}.</translation>
    </message>
    <message>
        <source>{file} could not be opened: {reason}</source>
        <translation>{file} konnte nicht geöffnet werden: {reason}</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}</source>
        <translation>{file} konnte nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
        <source>{host} could not be reached: {reason}. It is tried again.</source>
        <translation>{host} war nicht erreichbar: {reason}. Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>{host} did not answer within {limit}.</source>
        <translation>{host} hat nicht innerhalb von {limit} geantwortet.</translation>
    </message>
    <message>
        <source>The connection to {host} is not safe: {reason}</source>
        <translation>Die Verbindung zu {host} ist nicht sicher: {reason}</translation>
    </message>
    <message>
        <source>{host} redirected more than {limit} times.</source>
        <translation>{host} hat mehr als {limit}-mal umgeleitet.</translation>
    </message>
    <message>
        <source>{host} answered {status}. {reason}</source>
        <translation>{host} antwortete {status}. {reason}</translation>
    </message>
    <message>
        <source>Paging stopped: {reason}</source>
        <translation>Blättern angehalten: {reason}</translation>
    </message>
    <message>
        <source>Port {port} on this computer could not be opened: {reason}</source>
        <translation>Port {port} auf diesem Computer ließ sich nicht öffnen: {reason}</translation>
    </message>
    <message>
        <source>{step}: the secret “{name}” is not set on this computer. Enter it in the step.</source>
        <translation>{step}: Das Geheimnis „{name}“ ist auf diesem Computer nicht gesetzt. Im Schritt eingeben.</translation>
    </message>
    <message>
        <source>The keychain did not answer: {reason}</source>
        <translation>Der Schlüsselbund hat nicht geantwortet: {reason}</translation>
    </message>
    <message>
        <source>Stopped after {limit} of work in {step}. Narrow the data or raise the limit.</source>
        <translation>Nach {limit} Arbeit in {step} angehalten. Die Daten eingrenzen oder die Grenze anheben.</translation>
    </message>
    <message>
        <source>Stopped: {step} made more than {limit} rows.</source>
        <translation>Angehalten: {step} hat mehr als {limit} Zeilen erzeugt.</translation>
    </message>
    <message>
        <source>Stopped: {step} needed more than {limit} of memory.</source>
        <translation>Angehalten: {step} brauchte mehr als {limit} Speicher.</translation>
    </message>
    <message>
        <source>This pipeline is already running.</source>
        <translation>Diese Pipeline läuft bereits.</translation>
    </message>
    <message>
        <source>{step} failed: {reason}</source>
        <translation>{step} ist fehlgeschlagen: {reason}</translation>
    </message>
    <message>
        <source>The schedule “{value}” is not understood: {reason}</source>
        <translation>Der Zeitplan „{value}“ ist nicht verständlich: {reason}</translation>
    </message>
    <message>
        <source>{step}: the receiver refused the delivery ({status}). {reason}</source>
        <translation>{step}: Der Empfänger hat die Lieferung abgelehnt ({status}). {reason}</translation>
    </message>
    <message>
        <source>{step}: the template is not understood at character {position}: {reason}</source>
        <translation>{step}: Die Vorlage ist bei Zeichen {position} nicht verständlich: {reason}</translation>
    </message>
    <message>
        <source>Nothing has been received yet. Send something to the address or paste an example.</source>
        <translation>Noch ist nichts eingegangen. Senden Sie etwas an die Adresse oder fügen Sie ein Beispiel ein.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>The export</source>
        <translation>Der Export</translation>
    </message>
    <message>
        <source>Made %1</source>
        <translation>Erstellt %1</translation>
    </message>
    <message>
        <source>The picture would be too large</source>
        <translation>Das Bild würde zu groß</translation>
    </message>
</context>
<context>
    <name>Function</name>
    <message>
        <source>One value where the condition holds, the other where it does not.</source>
        <translation>Ein Wert, wo die Bedingung gilt, der andere, wo nicht.</translation>
    </message>
    <message>
        <source>The first value that is not empty.</source>
        <translation>Der erste Wert, der nicht leer ist.</translation>
    </message>
    <message>
        <source>Yes where there is no value.</source>
        <translation>Ja, wo kein Wert ist.</translation>
    </message>
    <message>
        <source>The value, but empty where it equals the other.</source>
        <translation>Der Wert, aber leer, wo er dem anderen gleicht.</translation>
    </message>
    <message>
        <source>Characters of a text, entries of a list or an object.</source>
        <translation>Zeichen eines Textes, Einträge einer Liste oder eines Objekts.</translation>
    </message>
    <message>
        <source>The names in a JSON object, as a list.</source>
        <translation>Die Namen in einem JSON-Objekt, als Liste.</translation>
    </message>
    <message>
        <source>Rounded half away from zero; without places to a whole number.</source>
        <translation>Gerundet, Hälften von null weg; ohne Stellen auf eine ganze Zahl.</translation>
    </message>
    <message>
        <source>The next smaller whole number.</source>
        <translation>Die nächstkleinere ganze Zahl.</translation>
    </message>
    <message>
        <source>The next larger whole number.</source>
        <translation>Die nächstgrößere ganze Zahl.</translation>
    </message>
    <message>
        <source>The number without its sign.</source>
        <translation>Die Zahl ohne ihr Vorzeichen.</translation>
    </message>
    <message>
        <source>-1, 0 or 1.</source>
        <translation>-1, 0 oder 1.</translation>
    </message>
    <message>
        <source>The smallest of the values in this row.</source>
        <translation>Der kleinste der Werte in dieser Zeile.</translation>
    </message>
    <message>
        <source>The largest of the values in this row.</source>
        <translation>Der größte der Werte in dieser Zeile.</translation>
    </message>
    <message>
        <source>The remainder; it has the sign of the number.</source>
        <translation>Der Rest; er hat das Vorzeichen der Zahl.</translation>
    </message>
    <message>
        <source>The number to the power of the exponent.</source>
        <translation>Die Zahl hoch dem Exponenten.</translation>
    </message>
    <message>
        <source>The square root.</source>
        <translation>Die Quadratwurzel.</translation>
    </message>
    <message>
        <source>e to the power of the number.</source>
        <translation>e hoch der Zahl.</translation>
    </message>
    <message>
        <source>The logarithm; without a base the natural one.</source>
        <translation>Der Logarithmus; ohne Basis der natürliche.</translation>
    </message>
    <message>
        <source>Text as a number; yes is 1, a time its milliseconds.</source>
        <translation>Text als Zahl; Ja ist 1, eine Zeit ihre Millisekunden.</translation>
    </message>
    <message>
        <source>An exact decimal, such as money; with places rounded to them.</source>
        <translation>Eine genaue Dezimalzahl, etwa Geld; mit Stellen darauf gerundet.</translation>
    </message>
    <message>
        <source>Any value as text.</source>
        <translation>Jeder Wert als Text.</translation>
    </message>
    <message>
        <source>The values joined to one text; empty ones add nothing.</source>
        <translation>Die Werte zu einem Text verbunden; leere tragen nichts bei.</translation>
    </message>
    <message>
        <source>In capital letters.</source>
        <translation>In Großbuchstaben.</translation>
    </message>
    <message>
        <source>In small letters.</source>
        <translation>In Kleinbuchstaben.</translation>
    </message>
    <message>
        <source>Without spaces at both ends.</source>
        <translation>Ohne Leerzeichen an beiden Enden.</translation>
    </message>
    <message>
        <source>The first characters.</source>
        <translation>Die ersten Zeichen.</translation>
    </message>
    <message>
        <source>The last characters.</source>
        <translation>Die letzten Zeichen.</translation>
    </message>
    <message>
        <source>Characters from a position on, counted from 1.</source>
        <translation>Zeichen ab einer Stelle, gezählt ab 1.</translation>
    </message>
    <message>
        <source>Every occurrence replaced.</source>
        <translation>Jedes Vorkommen ersetzt.</translation>
    </message>
    <message>
        <source>Yes where the part occurs in the text.</source>
        <translation>Ja, wo der Teil im Text vorkommt.</translation>
    </message>
    <message>
        <source>Yes where the text begins with the part.</source>
        <translation>Ja, wo der Text mit dem Teil beginnt.</translation>
    </message>
    <message>
        <source>Yes where the text ends with the part.</source>
        <translation>Ja, wo der Text mit dem Teil endet.</translation>
    </message>
    <message>
        <source>One part of a separated text, counted from 1, from the end with -1.</source>
        <translation>Ein Teil eines getrennten Textes, gezählt ab 1, vom Ende mit -1.</translation>
    </message>
    <message>
        <source>Yes where the pattern occurs in the text.</source>
        <translation>Ja, wo das Muster im Text vorkommt.</translation>
    </message>
    <message>
        <source>What the pattern, or a group of it, found.</source>
        <translation>Was das Muster oder eine Gruppe daraus gefunden hat.</translation>
    </message>
    <message>
        <source>Every find of the pattern replaced.</source>
        <translation>Jeder Fund des Musters ersetzt.</translation>
    </message>
    <message>
        <source>The time of this run.</source>
        <translation>Die Zeit dieses Laufs.</translation>
    </message>
    <message>
        <source>Start of the hour, day, week, month … in a time zone.</source>
        <translation>Beginn der Stunde, des Tages, der Woche, des Monats … in einer Zeitzone.</translation>
    </message>
    <message>
        <source>The time moved by so many units.</source>
        <translation>Die Zeit, um so viele Einheiten verschoben.</translation>
    </message>
    <message>
        <source>Whole units between two times.</source>
        <translation>Ganze Einheiten zwischen zwei Zeiten.</translation>
    </message>
    <message>
        <source>Text or a number read as a time.</source>
        <translation>Text oder eine Zahl als Zeit gelesen.</translation>
    </message>
    <message>
        <source>A time as text.</source>
        <translation>Eine Zeit als Text.</translation>
    </message>
    <message>
        <source>The year.</source>
        <translation>Das Jahr.</translation>
    </message>
    <message>
        <source>The month, 1 to 12.</source>
        <translation>Der Monat, 1 bis 12.</translation>
    </message>
    <message>
        <source>The day of the month.</source>
        <translation>Der Tag des Monats.</translation>
    </message>
    <message>
        <source>The hour, 0 to 23.</source>
        <translation>Die Stunde, 0 bis 23.</translation>
    </message>
    <message>
        <source>The minute.</source>
        <translation>Die Minute.</translation>
    </message>
    <message>
        <source>The second.</source>
        <translation>Die Sekunde.</translation>
    </message>
    <message>
        <source>The day of the week, Monday is 1.</source>
        <translation>Der Wochentag, Montag ist 1.</translation>
    </message>
</context>
<context>
    <name>Parameter</name>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>How the bytes are read. Found out by itself unless chosen.</source>
        <translation>Wie die Bytes gelesen werden. Wird von selbst erkannt, wenn nichts gewählt ist.</translation>
    </message>
    <message>
        <source>Detect</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Where the records are, such as $.data[*]. Empty: the list, or the object itself.</source>
        <translation>Wo die Datensätze sind, etwa $.data[*]. Leer: die Liste oder das Objekt selbst.</translation>
    </message>
    <message>
        <source>Numbers with a fraction</source>
        <translation>Zahlen mit Bruchteil</translation>
    </message>
    <message>
        <source>Exact decimals suit money; floating point suits measurements.</source>
        <translation>Genaue Dezimalzahlen passen für Geld, Gleitkommazahlen für Messwerte.</translation>
    </message>
    <message>
        <source>As they come</source>
        <translation>Wie sie kommen</translation>
    </message>
    <message>
        <source>Exact decimals</source>
        <translation>Genaue Dezimalzahlen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What the series is called. Empty: like its value field.</source>
        <translation>Wie die Reihe heißt. Leer: wie ihr Wertfeld.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>When the value was true. Empty: the time of the run.</source>
        <translation>Wann der Wert galt. Leer: die Zeit des Laufs.</translation>
    </message>
    <message>
        <source>Rows hold</source>
        <translation>Zeilen haben</translation>
    </message>
    <message>
        <source>One field per series, or a field with the series&apos; name.</source>
        <translation>Ein Feld pro Reihe oder ein Feld mit dem Namen der Reihe.</translation>
    </message>
    <message>
        <source>A field per series</source>
        <translation>Ein Feld pro Reihe</translation>
    </message>
    <message>
        <source>Name and value</source>
        <translation>Name und Wert</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Fields to keep. Empty: every number and yes/no field.</source>
        <translation>Felder, die bleiben. Leer: jedes Zahlen- und Ja/Nein-Feld.</translation>
    </message>
    <message>
        <source>Name field</source>
        <translation>Namensfeld</translation>
    </message>
    <message>
        <source>The field that holds the series&apos; name.</source>
        <translation>Das Feld mit dem Namen der Reihe.</translation>
    </message>
    <message>
        <source>Value field</source>
        <translation>Wertfeld</translation>
    </message>
    <message>
        <source>The field that holds the value.</source>
        <translation>Das Feld mit dem Wert.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>A series of its own for every combination of labels.</source>
        <translation>Eine eigene Reihe für jede Kombination von Labels.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Such as EUR, ms or °C.</source>
        <translation>Etwa EUR, ms oder °C.</translation>
    </message>
    <message>
        <source>Kind of value</source>
        <translation>Art des Werts</translation>
    </message>
    <message>
        <source>Fixed by the first point unless chosen here.</source>
        <translation>Durch den ersten Punkt festgelegt, wenn hier nichts gewählt ist.</translation>
    </message>
    <message>
        <source>As it arrives</source>
        <translation>Wie es ankommt</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>Ganze Zahl</translation>
    </message>
    <message>
        <source>Exact decimal</source>
        <translation>Genaue Dezimalzahl</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder nein</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What the table is called. Empty: the node&apos;s name.</source>
        <translation>Wie die Tabelle heißt. Leer: wie der Schritt.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Fields to keep. Empty: all.</source>
        <translation>Felder, die bleiben. Leer: alle.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Fields that tell rows apart; a row with the same key is updated.</source>
        <translation>Felder, die Zeilen unterscheiden; eine Zeile mit gleichem Schlüssel wird aktualisiert.</translation>
    </message>
    <message>
        <source>New rows</source>
        <translation>Neue Zeilen</translation>
    </message>
    <message>
        <source>What happens to the rows that are already there.</source>
        <translation>Was mit den schon vorhandenen Zeilen geschieht.</translation>
    </message>
    <message>
        <source>Update by key, else add</source>
        <translation>Per Schlüssel, sonst anfügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Update by key</source>
        <translation>Per Schlüssel aktualisieren</translation>
    </message>
    <message>
        <source>Replace all with every run</source>
        <translation>Mit jedem Lauf alle ersetzen</translation>
    </message>
    <message>
        <source>At most rows</source>
        <translation>Zeilen höchstens</translation>
    </message>
    <message>
        <source>The oldest rows leave beyond this.</source>
        <translation>Darüber hinaus gehen die ältesten Zeilen.</translation>
    </message>
    <message>
        <source>At most size</source>
        <translation>Größe höchstens</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Rows are added at its end. {date}, {month} or {hour} in the name starts a new file for each.</source>
        <translation>Zeilen werden am Ende angefügt. {date}, {month} oder {hour} im Namen beginnt je eine neue Datei.</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>A JSON row per line</source>
        <translation>Eine JSON-Zeile pro Zeile</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>New file beyond</source>
        <translation>Neue Datei ab</translation>
    </message>
    <message>
        <source>The full file is kept under a numbered name. Empty: one file.</source>
        <translation>Die volle Datei bleibt unter einem nummerierten Namen. Leer: eine Datei.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>In which {date} changes. Empty: the computer&apos;s.</source>
        <translation>In der {date} wechselt. Leer: die des Computers.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Where the rows go, such as https://example.com/hook.</source>
        <translation>Wohin die Zeilen gehen, etwa https://example.com/hook.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>How rows are written.</source>
        <translation>Wie Zeilen geschrieben werden.</translation>
    </message>
    <message>
        <source>JSON array of rows</source>
        <translation>JSON-Liste der Zeilen</translation>
    </message>
    <message>
        <source>One row per request</source>
        <translation>Eine Zeile pro Anfrage</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>{{field}} for a value, {{#rows}} … {{/rows}} around what repeats for every row.</source>
        <translation>{{field}} für einen Wert, {{#rows}} … {{/rows}} um das, was sich für jede Zeile wiederholt.</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer-Token</translation>
    </message>
    <message>
        <source>Sent as “Authorization: Bearer …”.</source>
        <translation>Gesendet als „Authorization: Bearer …“.</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>Signaturgeheimnis</translation>
    </message>
    <message>
        <source>Signs every request as Standard Webhooks describe it.</source>
        <translation>Signiert jede Anfrage, wie Standard Webhooks es beschreiben.</translation>
    </message>
    <message>
        <source>Rows per request</source>
        <translation>Zeilen pro Anfrage</translation>
    </message>
    <message>
        <source>Size per request</source>
        <translation>Größe pro Anfrage</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Inhaltstyp</translation>
    </message>
    <message>
        <source>Empty: JSON.</source>
        <translation>Leer: JSON.</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Stapeln</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Leave empty</source>
        <translation>Leer lassen</translation>
    </message>
    <message>
        <source>Leave empty over 5 min</source>
        <translation>Über 5 min leer lassen</translation>
    </message>
    <message>
        <source>Leave empty over 2 h</source>
        <translation>Über 2 h leer lassen</translation>
    </message>
    <message>
        <source>Leave empty over 1 day</source>
        <translation>Über 1 Tag leer lassen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Show as zero</source>
        <translation>Als null zeigen</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Previous period</source>
        <translation>Vorheriger Zeitraum</translation>
    </message>
    <message>
        <source>A day before</source>
        <translation>Ein Tag zuvor</translation>
    </message>
    <message>
        <source>A week before</source>
        <translation>Eine Woche zuvor</translation>
    </message>
    <message>
        <source>Lowest and highest</source>
        <translation>Niedrigster und höchster</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Axis from</source>
        <translation>Achse von</translation>
    </message>
    <message>
        <source>Axis to</source>
        <translation>Achse bis</translation>
    </message>
    <message>
        <source>More is better</source>
        <translation>Mehr ist besser</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Niedrigster</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Höchster</translation>
    </message>
    <message>
        <source>Number shown</source>
        <translation>Gezeigte Zahl</translation>
    </message>
    <message>
        <source>Latest value</source>
        <translation>Neuester Wert</translation>
    </message>
    <message>
        <source>Over the whole time shown</source>
        <translation>Über die ganze gezeigte Zeit</translation>
    </message>
    <message>
        <source>Sparkline</source>
        <translation>Sparkline</translation>
    </message>
    <message>
        <source>Beside the number</source>
        <translation>Neben der Zahl</translation>
    </message>
    <message>
        <source>{B} is the value of series B</source>
        <translation>{B} ist der Wert der Reihe B</translation>
    </message>
    <message>
        <source>Line below</source>
        <translation>Zeile darunter</translation>
    </message>
    <message>
        <source>{peak} and {peak_time} are the highest value and its time</source>
        <translation>{peak} und {peak_time} sind der höchste Wert und seine Zeit</translation>
    </message>
    <message>
        <source>Rows as</source>
        <translation>Zeilen als</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Meters</source>
        <translation>Füllstände</translation>
    </message>
    <message>
        <source>Label with the name</source>
        <translation>Label mit dem Namen</translation>
    </message>
    <message>
        <source>Label with the path</source>
        <translation>Label mit dem Pfad</translation>
    </message>
    <message>
        <source>Markdown: # heading, **bold**, - list</source>
        <translation>Markdown: # Überschrift, **fett**, - Liste</translation>
    </message>
    <message>
        <source>Recognised by itself</source>
        <translation>Von selbst erkannt</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>At an interval</source>
        <translation>In einem Abstand</translation>
    </message>
    <message>
        <source>At set times</source>
        <translation>Zu festen Zeiten</translation>
    </message>
    <message>
        <source>As data comes</source>
        <translation>Wenn Daten kommen</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Such as 30s, 5m, 1h or 1d.</source>
        <translation>Etwa 30s, 5m, 1h oder 1d.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Minute, hour, day, month, weekday: 0 6 * * 1-5 is 6:00 on workdays.</source>
        <translation>Minute, Stunde, Tag, Monat, Wochentag: 0 6 * * 1-5 ist 6:00 an Werktagen.</translation>
    </message>
    <message>
        <source>Empty: the zone of this computer.</source>
        <translation>Leer: die Zone dieses Computers.</translation>
    </message>
    <message>
        <source>Stays on this computer</source>
        <translation>Bleibt auf diesem Computer</translation>
    </message>
    <message>
        <source>Neither rows nor the definition are ever uploaded.</source>
        <translation>Weder Zeilen noch die Definition werden je hochgeladen.</translation>
    </message>
    <message>
        <source>Longest run</source>
        <translation>Längster Lauf</translation>
    </message>
    <message>
        <source>Work beyond this is stopped; waiting for a network does not count.</source>
        <translation>Arbeit darüber hinaus wird angehalten; Warten auf ein Netz zählt nicht.</translation>
    </message>
    <message>
        <source>Most rows in a run</source>
        <translation>Meiste Zeilen in einem Lauf</translation>
    </message>
    <message>
        <source>Most memory of a run</source>
        <translation>Meister Speicher eines Laufs</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Senkrechter Strich</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>Erste Zeile</translation>
    </message>
    <message>
        <source>Names of the columns</source>
        <translation>Namen der Spalten</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>UTF-16, little endian</source>
        <translation>UTF-16, Little Endian</translation>
    </message>
    <message>
        <source>UTF-16, big endian</source>
        <translation>UTF-16, Big Endian</translation>
    </message>
    <message>
        <source>Latin-1</source>
        <translation>Latin-1</translation>
    </message>
    <message>
        <source>Windows-1252</source>
        <translation>Windows-1252</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>Point (1,234.5)</source>
        <translation>Punkt (1,234.5)</translation>
    </message>
    <message>
        <source>Comma (1.234,5)</source>
        <translation>Komma (1.234,5)</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Day first (31/12/2026)</source>
        <translation>Tag zuerst (31/12/2026)</translation>
    </message>
    <message>
        <source>Month first (12/31/2026)</source>
        <translation>Monat zuerst (12/31/2026)</translation>
    </message>
    <message>
        <source>Of times that name none themselves.</source>
        <translation>Von Zeiten, die selbst keine nennen.</translation>
    </message>
    <message>
        <source>Rows to skip</source>
        <translation>Zeilen überspringen</translation>
    </message>
    <message>
        <source>Before the header. Empty: detect.</source>
        <translation>Vor der Kopfzeile. Leer: erkennen.</translation>
    </message>
    <message>
        <source>A file, a folder, or a name with * and ?.</source>
        <translation>Eine Datei, ein Ordner oder ein Name mit * und ?.</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Weiterlesen</translation>
    </message>
    <message>
        <source>Reads on when lines are appended; notices when the file is replaced.</source>
        <translation>Liest weiter, wenn Zeilen angefügt werden; bemerkt, wenn die Datei ersetzt wird.</translation>
    </message>
    <message>
        <source>The first line names the columns</source>
        <translation>Die erste Zeile benennt die Spalten</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>Benutzer und Passwort</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Name of the key</source>
        <translation>Name des Schlüssels</translation>
    </message>
    <message>
        <source>Sent in</source>
        <translation>Gesendet in</translation>
    </message>
    <message>
        <source>A header</source>
        <translation>Einem Header</translation>
    </message>
    <message>
        <source>The address</source>
        <translation>Der Adresse</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>One answer</source>
        <translation>Eine Antwort</translation>
    </message>
    <message>
        <source>Next link</source>
        <translation>Nächster Link</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>Seitennummer</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Versatz</translation>
    </message>
    <message>
        <source>Cursor</source>
        <translation>Cursor</translation>
    </message>
    <message>
        <source>Next link at</source>
        <translation>Nächster Link bei</translation>
    </message>
    <message>
        <source>Path in the answer. Empty: the Link header.</source>
        <translation>Pfad in der Antwort. Leer: der Link-Header.</translation>
    </message>
    <message>
        <source>Query parameter</source>
        <translation>Abfrageparameter</translation>
    </message>
    <message>
        <source>That carries the page, offset or cursor. {page}, {offset} and {cursor} work anywhere else.</source>
        <translation>Der Seite, Versatz oder Cursor trägt. {page}, {offset} und {cursor} gehen überall sonst.</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Erste Seite</translation>
    </message>
    <message>
        <source>Records a page</source>
        <translation>Datensätze pro Seite</translation>
    </message>
    <message>
        <source>Query parameter of the page&apos;s size</source>
        <translation>Abfrageparameter für die Seitengröße</translation>
    </message>
    <message>
        <source>Cursor from</source>
        <translation>Cursor aus</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>Der Antwort</translation>
    </message>
    <message>
        <source>The last record</source>
        <translation>Dem letzten Datensatz</translation>
    </message>
    <message>
        <source>Cursor at</source>
        <translation>Cursor bei</translation>
    </message>
    <message>
        <source>A path ($.next_cursor), a header&apos;s name or a field.</source>
        <translation>Ein Pfad ($.next_cursor), der Name eines Headers oder ein Feld.</translation>
    </message>
    <message>
        <source>More pages while</source>
        <translation>Weitere Seiten, solange</translation>
    </message>
    <message>
        <source>Path of a flag that is false on the last page.</source>
        <translation>Pfad eines Schalters, der auf der letzten Seite false ist.</translation>
    </message>
    <message>
        <source>Pages at most</source>
        <translation>Seiten höchstens</translation>
    </message>
    <message>
        <source>{now}, {cursor} and {last.field} are filled in.</source>
        <translation>{now}, {cursor} und {last.field} werden eingesetzt.</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Only when changed</source>
        <translation>Nur wenn geändert</translation>
    </message>
    <message>
        <source>Uses ETag and Last-Modified.</source>
        <translation>Nutzt ETag und Last-Modified.</translation>
    </message>
    <message>
        <source>Wait as long as the answer stays fresh</source>
        <translation>Warten, solange die Antwort frisch bleibt</translation>
    </message>
    <message>
        <source>Header with the seconds to wait</source>
        <translation>Header mit den Sekunden zum Warten</translation>
    </message>
    <message>
        <source>Time for an answer</source>
        <translation>Zeit für eine Antwort</translation>
    </message>
    <message>
        <source>Size of an answer at most</source>
        <translation>Größe einer Antwort höchstens</translation>
    </message>
    <message>
        <source>Such as http://localhost:9100/metrics</source>
        <translation>Etwa http://localhost:9100/metrics</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>As CSV, JSON or NDJSON.</source>
        <translation>Als CSV, JSON oder NDJSON.</translation>
    </message>
    <message>
        <source>Name of a sample that comes with Dash</source>
        <translation>Name eines Beispiels, das Dash mitbringt</translation>
    </message>
    <message>
        <source>Move dates so that the last is now</source>
        <translation>Daten verschieben, sodass das letzte jetzt ist</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>As it comes</source>
        <translation>Wie es kommt</translation>
    </message>
    <message>
        <source>Decimal</source>
        <translation>Dezimalzahl</translation>
    </message>
    <message>
        <source>Decimal, no places</source>
        <translation>Dezimalzahl, keine Stellen</translation>
    </message>
    <message>
        <source>Decimal, 2 places</source>
        <translation>Dezimalzahl, 2 Stellen</translation>
    </message>
    <message>
        <source>Decimal, 3 places</source>
        <translation>Dezimalzahl, 3 Stellen</translation>
    </message>
    <message>
        <source>Decimal, 4 places</source>
        <translation>Dezimalzahl, 4 Stellen</translation>
    </message>
    <message>
        <source>Yes/no</source>
        <translation>Ja/Nein</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Fields that tell rows apart; none: the whole row.</source>
        <translation>Felder, die Zeilen unterscheiden; keins: die ganze Zeile.</translation>
    </message>
    <message>
        <source>Let through</source>
        <translation>Durchlassen</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Schlüssel</translation>
    </message>
    <message>
        <source>New and changed rows</source>
        <translation>Neue und geänderte Zeilen</translation>
    </message>
    <message>
        <source>Remember at most</source>
        <translation>Höchstens merken</translation>
    </message>
    <message>
        <source>Forget after</source>
        <translation>Vergessen nach</translation>
    </message>
    <message>
        <source>Keys not seen for so long; empty: never.</source>
        <translation>Schlüssel, die so lange nicht vorkamen; leer: nie.</translation>
    </message>
    <message>
        <source>A new field, or one to replace.</source>
        <translation>Ein neues Feld oder eins, das ersetzt wird.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>An expression such as (cents - fees) / 100.</source>
        <translation>Ein Ausdruck wie (cents - fees) / 100.</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Add a field with a name and a value.</source>
        <translation>Ein Feld mit Name und Wert hinzufügen.</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>A field with a list or object, or a path to one.</source>
        <translation>Ein Feld mit einer Liste oder einem Objekt oder ein Pfad dorthin.</translation>
    </message>
    <message>
        <source>Into field</source>
        <translation>In Feld</translation>
    </message>
    <message>
        <source>A field for each part of an entry</source>
        <translation>Ein Feld für jeden Teil eines Eintrags</translation>
    </message>
    <message>
        <source>Keep rows with an empty list</source>
        <translation>Zeilen mit leerer Liste behalten</translation>
    </message>
    <message>
        <source>Keep rows where</source>
        <translation>Zeilen behalten, bei denen</translation>
    </message>
    <message>
        <source>A condition over the fields, such as status = &quot;paid&quot;.</source>
        <translation>Eine Bedingung über die Felder, etwa status = &quot;paid&quot;.</translation>
    </message>
    <message>
        <source>Leave the row out</source>
        <translation>Die Zeile weglassen</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Durchschnitt</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Kleinster</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größter</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erster</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <source>Different values</source>
        <translation>Verschiedene Werte</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation>Perzentil</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Of field</source>
        <translation>Vom Feld</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Berechnen</translation>
    </message>
    <message>
        <source>Add at least one, such as the sum of a field.</source>
        <translation>Mindestens eins hinzufügen, etwa die Summe eines Felds.</translation>
    </message>
    <message>
        <source>By fields</source>
        <translation>Nach Feldern</translation>
    </message>
    <message>
        <source>By time of</source>
        <translation>Nach Zeit von</translation>
    </message>
    <message>
        <source>Empty: not by time.</source>
        <translation>Leer: nicht nach Zeit.</translation>
    </message>
    <message>
        <source>minute, 15m, hour, day, week, month, quarter or year.</source>
        <translation>minute, 15m, hour, day, week, month, quarter oder year.</translation>
    </message>
    <message>
        <source>Where days begin at midnight.</source>
        <translation>Wo die Tage um Mitternacht beginnen.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>Herausfinden</translation>
    </message>
    <message>
        <source>ISO 8601</source>
        <translation>ISO 8601</translation>
    </message>
    <message>
        <source>Seconds since 1970</source>
        <translation>Sekunden seit 1970</translation>
    </message>
    <message>
        <source>Milliseconds since 1970</source>
        <translation>Millisekunden seit 1970</translation>
    </message>
    <message>
        <source>Microseconds since 1970</source>
        <translation>Mikrosekunden seit 1970</translation>
    </message>
    <message>
        <source>Nanoseconds since 1970</source>
        <translation>Nanosekunden seit 1970</translation>
    </message>
    <message>
        <source>Mail and HTTP dates</source>
        <translation>Daten aus E-Mail und HTTP</translation>
    </message>
    <message>
        <source>Own form</source>
        <translation>Eigene Form</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Such as dd.MM.yyyy HH:mm or %d.%m.%Y %H:%M.</source>
        <translation>Etwa dd.MM.yyyy HH:mm oder %d.%m.%Y %H:%M.</translation>
    </message>
    <message>
        <source>For times that carry no zone of their own.</source>
        <translation>Für Zeiten, die keine eigene Zone tragen.</translation>
    </message>
    <message>
        <source>When the clock changes</source>
        <translation>Bei Zeitumstellung</translation>
    </message>
    <message>
        <source>A local time that happens twice, or not at all.</source>
        <translation>Eine Ortszeit, die es zweimal oder gar nicht gibt.</translation>
    </message>
    <message>
        <source>The earlier one</source>
        <translation>Die frühere</translation>
    </message>
    <message>
        <source>The later one</source>
        <translation>Die spätere</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Empty: replaces the field.</source>
        <translation>Leer: ersetzt das Feld.</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>For each</source>
        <translation>Für jedes</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>Ergibt</translation>
    </message>
    <message>
        <source>Growth a second</source>
        <translation>Wachstum pro Sekunde</translation>
    </message>
    <message>
        <source>Growth since the last point</source>
        <translation>Wachstum seit dem letzten Punkt</translation>
    </message>
    <message>
        <source>A field, or a path into one, such as order.customer.name.</source>
        <translation>Ein Feld oder ein Pfad hinein, etwa order.customer.name.</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation>Andere Felder</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>Kleinste zuerst</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Größte zuerst</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>If a row cannot be computed</source>
        <translation>Wenn eine Zeile nicht berechnet werden kann</translation>
    </message>
    <message>
        <source>Reject with reason</source>
        <translation>Mit Grund ablehnen</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>Den Lauf anhalten</translation>
    </message>
    <message>
        <source>Rows are found by their exact time: group by hour, day or month first.</source>
        <translation>Zeilen werden nach ihrer genauen Zeit gefunden: zuerst nach Stunde, Tag oder Monat gruppieren.</translation>
    </message>
    <message>
        <source>With the one before by</source>
        <translation>Mit dem Wert davor, Abstand</translation>
    </message>
    <message>
        <source>A span such as 15m, hour, day, 7d, month, quarter or year.</source>
        <translation>Eine Spanne wie 15m, hour, day, 7d, month, quarter oder year.</translation>
    </message>
    <message>
        <source>Keep rows with nothing before</source>
        <translation>Zeilen ohne Wert davor behalten</translation>
    </message>
    <message>
        <source>Name the new fields after</source>
        <translation>Neue Felder benennen nach</translation>
    </message>
    <message>
        <source>Makes NAME_previous, NAME_change and NAME_percent. Empty: the number.</source>
        <translation>Ergibt NAME_previous, NAME_change und NAME_percent. Leer: die Zahl.</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Jeden Monat</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>Jedes Jahr</translation>
    </message>
    <message>
        <source>Rows must come in the order of this time.</source>
        <translation>Zeilen müssen in der Reihenfolge dieser Zeit kommen.</translation>
    </message>
    <message>
        <source>Fill with</source>
        <translation>Füllen mit</translation>
    </message>
    <message>
        <source>The value before</source>
        <translation>Dem Wert davor</translation>
    </message>
    <message>
        <source>A straight line</source>
        <translation>Einer geraden Linie</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>Null</translation>
    </message>
    <message>
        <source>Fields to fill</source>
        <translation>Zu füllende Felder</translation>
    </message>
    <message>
        <source>Empty: all.</source>
        <translation>Leer: alle.</translation>
    </message>
    <message>
        <source>From first to last</source>
        <translation>Von der ersten bis zur letzten</translation>
    </message>
    <message>
        <source>Row of the key</source>
        <translation>Zeile des Schlüssels</translation>
    </message>
    <message>
        <source>Row of all keys</source>
        <translation>Zeile aller Schlüssel</translation>
    </message>
    <message>
        <source>Carry on over runs</source>
        <translation>Über Läufe fortsetzen</translation>
    </message>
    <message>
        <source>For sources that deliver only new rows: the newest span of time and the one before go on where the last run stopped.</source>
        <translation>Für Quellen, die nur neue Zeilen liefern: Die neueste Zeitspanne und die davor gehen dort weiter, wo der letzte Lauf endete.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Umwandeln</translation>
    </message>
    <message>
        <source>1250 into 12.50</source>
        <translation>1250 in 12.50</translation>
    </message>
    <message>
        <source>12.50 into 1250</source>
        <translation>12.50 in 1250</translation>
    </message>
    <message>
        <source>Currency is</source>
        <translation>Währung ist</translation>
    </message>
    <message>
        <source>The same in all rows</source>
        <translation>In allen Zeilen gleich</translation>
    </message>
    <message>
        <source>In a field</source>
        <translation>In einem Feld</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>EUR and USD have 2 places, JPY none, KWD 3.</source>
        <translation>EUR und USD haben 2 Stellen, JPY keine, KWD 3.</translation>
    </message>
    <message>
        <source>Field with the currency</source>
        <translation>Feld mit der Währung</translation>
    </message>
    <message>
        <source>Empty: the field itself.</source>
        <translation>Leer: das Feld selbst.</translation>
    </message>
    <message>
        <source>The rest</source>
        <translation>Der Rest</translation>
    </message>
    <message>
        <source>One row for all of it</source>
        <translation>Eine Zeile für alles zusammen</translation>
    </message>
    <message>
        <source>Field that names it</source>
        <translation>Feld mit seinem Namen</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Sein Name</translation>
    </message>
    <message>
        <source>Also add up</source>
        <translation>Auch addieren</translation>
    </message>
    <message>
        <source>The ranked number is added up anyway.</source>
        <translation>Die Zahl der Rangfolge wird ohnehin addiert.</translation>
    </message>
    <message>
        <source>First comes</source>
        <translation>Zuerst kommt</translation>
    </message>
    <message>
        <source>The largest</source>
        <translation>Der größte</translation>
    </message>
    <message>
        <source>The smallest</source>
        <translation>Der kleinste</translation>
    </message>
    <message>
        <source>How many rows of each key; 0 keeps all.</source>
        <translation>Wie viele Zeilen pro Schlüssel; 0 behält alle.</translation>
    </message>
    <message>
        <source>Rank into field</source>
        <translation>Rang in Feld</translation>
    </message>
    <message>
        <source>Object or lines</source>
        <translation>Objekt oder Zeilen</translation>
    </message>
    <message>
        <source>A path such as $.hourly; $ is the row itself.</source>
        <translation>Ein Pfad wie $.hourly; $ ist die Zeile selbst.</translation>
    </message>
    <message>
        <source>It holds</source>
        <translation>Es enthält</translation>
    </message>
    <message>
        <source>A list for each field</source>
        <translation>Eine Liste pro Feld</translation>
    </message>
    <message>
        <source>A list for each line</source>
        <translation>Eine Liste pro Zeile</translation>
    </message>
    <message>
        <source>Column names</source>
        <translation>Spaltennamen</translation>
    </message>
    <message>
        <source>A path such as $.columns. Empty: the first line names the columns.</source>
        <translation>Ein Pfad wie $.columns. Leer: Die erste Zeile benennt die Spalten.</translation>
    </message>
    <message>
        <source>If lengths differ</source>
        <translation>Wenn Längen verschieden sind</translation>
    </message>
    <message>
        <source>Put before the names</source>
        <translation>Vor die Namen setzen</translation>
    </message>
    <message>
        <source>Where a name is also one of the row&apos;s other fields.</source>
        <translation>Wo ein Name auch der eines anderen Felds der Zeile ist.</translation>
    </message>
    <message>
        <source>Signed by the sender</source>
        <translation>Vom Absender signiert</translation>
    </message>
    <message>
        <source>Requests with a wrong signature are refused.</source>
        <translation>Anfragen mit falscher Signatur werden abgelehnt.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Standard Webhooks</source>
        <translation>Standard Webhooks</translation>
    </message>
    <message>
        <source>As Stripe does</source>
        <translation>Wie bei Stripe</translation>
    </message>
    <message>
        <source>HMAC-SHA256, hexadecimal (GitHub)</source>
        <translation>HMAC-SHA256, hexadezimal (GitHub)</translation>
    </message>
    <message>
        <source>HMAC-SHA256, base64 (Shopify)</source>
        <translation>HMAC-SHA256, Base64 (Shopify)</translation>
    </message>
    <message>
        <source>A changed secret counts when the pipeline starts again.</source>
        <translation>Ein geändertes Geheimnis gilt ab dem nächsten Start der Pipeline.</translation>
    </message>
    <message>
        <source>Header of the signature</source>
        <translation>Header der Signatur</translation>
    </message>
    <message>
        <source>Empty: the one Stripe, GitHub or Shopify uses.</source>
        <translation>Leer: der von Stripe, GitHub oder Shopify.</translation>
    </message>
    <message>
        <source>Oldest signed time</source>
        <translation>Älteste signierte Zeit</translation>
    </message>
    <message>
        <source>An older request may be a replay and is refused.</source>
        <translation>Eine ältere Anfrage kann eine Wiederholung sein und wird abgelehnt.</translation>
    </message>
    <message>
        <source>Who knows it can send rows from this computer. Try it: curl --data-binary &apos;{&quot;value&quot;: 21.5}&apos; ADDRESS</source>
        <translation>Wer sie kennt, kann von diesem Computer Zeilen senden. Zum Ausprobieren: curl --data-binary &apos;{&quot;value&quot;: 21.5}&apos; ADRESSE</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>A body as it will come, shown until the first request arrives.</source>
        <translation>Ein Inhalt, wie er kommen wird; er wird bis zur ersten Anfrage gezeigt.</translation>
    </message>
    <message>
        <source>Delivery id</source>
        <translation>Zustellkennung</translation>
    </message>
    <message>
        <source>A header or a path in the body ($.id); the same id is taken once only.</source>
        <translation>Ein Header oder ein Pfad im Inhalt ($.id); dieselbe Kennung wird nur einmal angenommen.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Pipelines may share one.</source>
        <translation>Pipelines können sich einen teilen.</translation>
    </message>
    <message>
        <source>Size of a request at most</source>
        <translation>Größe einer Anfrage höchstens</translation>
    </message>
    <message>
        <source>A shorter page is the last. Empty: read until a page is empty.</source>
        <translation>Eine kürzere Seite ist die letzte. Leer: bis eine Seite leer ist.</translation>
    </message>
    <message>
        <source>Series shown</source>
        <translation>Gezeigte Reihen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Top 5 and the rest</source>
        <translation>Die 5 höchsten und der Rest</translation>
    </message>
</context>
<context>
    <name>ParameterForm</name>
    <message>
        <source>This is needed.</source>
        <translation>Dies wird gebraucht.</translation>
    </message>
</context>
<context>
    <name>Provenance</name>
    <message>
        <source>every second</source>
        <translation>jede Sekunde</translation>
    </message>
    <message>
        <source>every minute</source>
        <translation>jede Minute</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>as it comes</source>
        <translation>wie es kommt</translation>
    </message>
    <message>
        <source>run by hand</source>
        <translation>von Hand gestartet</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>%1 %2 has %3 days</source>
        <translation>%1 %2 hat %3 Tage</translation>
    </message>
    <message>
        <source>%1 cannot be compared with %2.%3</source>
        <translation>%1 lässt sich nicht mit %2 vergleichen.%3</translation>
    </message>
    <message>
        <source>%1 delivers %2.</source>
        <translation>%1 liefert %2.</translation>
    </message>
    <message>
        <source>%1 delivers no fields.</source>
        <translation>%1 liefert keine Felder.</translation>
    </message>
    <message>
        <source>%1 does not fit a decimal of 38 digits and 18 places.</source>
        <translation>%1 passt nicht in eine Dezimalzahl mit 38 Ziffern und 18 Stellen.</translation>
    </message>
    <message>
        <source>%1 is not a whole number of minor units</source>
        <translation>%1 ist keine ganze Zahl kleinster Einheiten</translation>
    </message>
    <message>
        <source>%1 is not a whole number of the smallest unit of %2</source>
        <translation>%1 ist keine ganze Zahl der kleinsten Einheit von %2</translation>
    </message>
    <message>
        <source>%1 needs a number here; this is %2.%3</source>
        <translation>%1 braucht hier eine Zahl; das ist %2.%3</translation>
    </message>
    <message>
        <source> Join texts with &amp; or read it with number().</source>
        <translation> Verbinde Texte mit &amp; oder lies sie mit number().</translation>
    </message>
    <message>
        <source> Read it with number().</source>
        <translation> Lies es mit number().</translation>
    </message>
    <message>
        <source> Read the text with number(), or write the number in quotes.</source>
        <translation> Lies den Text mit number() oder schreibe die Zahl in Anführungszeichen.</translation>
    </message>
    <message>
        <source>. or [ is expected</source>
        <translation>. oder [ wird erwartet</translation>
    </message>
    <message>
        <source>A condition is needed here, such as a &gt; 1; this is %1.</source>
        <translation>Hier wird eine Bedingung gebraucht, etwa a &gt; 1; das ist %1.</translation>
    </message>
    <message>
        <source>A field is missing after $: $.shop.</source>
        <translation>Nach $ fehlt ein Feld: $.shop.</translation>
    </message>
    <message>
        <source>A field name is not closed; add the ].</source>
        <translation>Ein Feldname ist nicht geschlossen; ergänze die ].</translation>
    </message>
    <message>
        <source>A metrics address answers 200; most end in /metrics.</source>
        <translation>Eine Metrik-Adresse antwortet mit 200; die meisten enden auf /metrics.</translation>
    </message>
    <message>
        <source>A position or a name in quotes is needed between the brackets: items[0].</source>
        <translation>In den Klammern steht eine Position oder ein Name in Anführungszeichen: items[0].</translation>
    </message>
    <message>
        <source>A time can take + or - with a span such as 5m, or - with another time; this is %1 and %2.</source>
        <translation>Zu einer Zeit passt + oder - mit einer Spanne wie 5m oder - mit einer anderen Zeit; das sind %1 und %2.</translation>
    </message>
    <message>
        <source>A time is needed here; this is %1. Make it one with parse_time().</source>
        <translation>Hier wird eine Zeit gebraucht; das ist %1. Mach mit parse_time() eine daraus.</translation>
    </message>
    <message>
        <source>A value is missing before “%1”. A field of that name is written `%1`.</source>
        <translation>Vor „%1“ fehlt ein Wert. Ein Feld dieses Namens schreibt man `%1`.</translation>
    </message>
    <message>
        <source>A value is missing before “%1”.</source>
        <translation>Vor „%1“ fehlt ein Wert.</translation>
    </message>
    <message>
        <source>A whole number is needed between the brackets.</source>
        <translation>In den Klammern wird eine ganze Zahl gebraucht.</translation>
    </message>
    <message>
        <source>Add a node of kind “source”.</source>
        <translation>Füge eine Quelle hinzu.</translation>
    </message>
    <message>
        <source>Add an output, such as “series” or “table”.</source>
        <translation>Füge eine Ausgabe hinzu, etwa Reihe oder Tabelle.</translation>
    </message>
    <message>
        <source>An operator such as + or “and” is missing before “%1”.</source>
        <translation>Vor „%1“ fehlt ein Operator wie + oder „and“.</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>Prüfe die Adresse.</translation>
    </message>
    <message>
        <source>Check the key or password.</source>
        <translation>Prüfe Schlüssel oder Passwort.</translation>
    </message>
    <message>
        <source>Check the request&apos;s settings.</source>
        <translation>Prüfe die Einstellungen der Anfrage.</translation>
    </message>
    <message>
        <source>Choose the field for “%1”.</source>
        <translation>Wähle das Feld für „%1“.</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Meintest du „%1“?</translation>
    </message>
    <message>
        <source>Division by zero.</source>
        <translation>Division durch null.</translation>
    </message>
    <message>
        <source>Enter a value.</source>
        <translation>Gib einen Wert ein.</translation>
    </message>
    <message>
        <source>It asks for fewer requests and is tried again later.</source>
        <translation>Der Dienst bittet um weniger Anfragen; es wird später wieder versucht.</translation>
    </message>
    <message>
        <source>It takes %1.</source>
        <translation>Es nimmt %1.</translation>
    </message>
    <message>
        <source>It takes no settings; remove it.</source>
        <translation>Es hat keine Einstellungen; entferne sie.</translation>
    </message>
    <message>
        <source>Not a time: %1.</source>
        <translation>Keine Zeit: %1.</translation>
    </message>
    <message>
        <source>Remove it or check its spelling.</source>
        <translation>Entferne sie oder prüfe die Schreibweise.</translation>
    </message>
    <message>
        <source>Text or a number is needed here; this is %1.</source>
        <translation>Hier wird Text oder eine Zahl gebraucht; das ist %1.</translation>
    </message>
    <message>
        <source>The bytes fit no known format; choose one.</source>
        <translation>Die Daten passen zu keinem bekannten Format; wähle eines.</translation>
    </message>
    <message>
        <source>The expression ends too early; a value is missing.</source>
        <translation>Der Ausdruck endet zu früh; ein Wert fehlt.</translation>
    </message>
    <message>
        <source>The expression is empty. Write a value, such as a field&apos;s name.</source>
        <translation>Der Ausdruck ist leer. Schreibe einen Wert, etwa einen Feldnamen.</translation>
    </message>
    <message>
        <source>The expression is longer than 16 384 characters. Split it over several fields.</source>
        <translation>Der Ausdruck ist länger als 16 384 Zeichen. Verteile ihn auf mehrere Felder.</translation>
    </message>
    <message>
        <source>The expression is nested too deeply. Split it over several fields.</source>
        <translation>Der Ausdruck ist zu tief verschachtelt. Verteile ihn auf mehrere Felder.</translation>
    </message>
    <message>
        <source>The expression is too long. Split it over several fields.</source>
        <translation>Der Ausdruck ist zu lang. Verteile ihn auf mehrere Felder.</translation>
    </message>
    <message>
        <source>The fault is on its side. It is tried again.</source>
        <translation>Der Fehler liegt dort. Es wird wieder versucht.</translation>
    </message>
    <message>
        <source>The key may not read this.</source>
        <translation>Der Schlüssel darf das nicht lesen.</translation>
    </message>
    <message>
        <source>The list of functions shows what there is.</source>
        <translation>Die Liste der Funktionen zeigt, was es gibt.</translation>
    </message>
    <message>
        <source>The logarithm needs a number and a base above zero.</source>
        <translation>Der Logarithmus braucht eine Zahl und eine Basis über null.</translation>
    </message>
    <message>
        <source>The name of a part is missing after the dot.</source>
        <translation>Nach dem Punkt fehlt der Name eines Teils.</translation>
    </message>
    <message>
        <source>The number of places is a number from 0 to 18.</source>
        <translation>Die Zahl der Stellen liegt zwischen 0 und 18.</translation>
    </message>
    <message>
        <source>The number of places is written as a number here.</source>
        <translation>Die Zahl der Stellen wird hier als Zahl geschrieben.</translation>
    </message>
    <message>
        <source>The pattern is wrong at its character %1: %2</source>
        <translation>Das Muster ist an Zeichen %1 falsch: %2</translation>
    </message>
    <message>
        <source>The pattern takes too long on this text.</source>
        <translation>Das Muster braucht bei diesem Text zu lange.</translation>
    </message>
    <message>
        <source>The result is too large for a decimal.</source>
        <translation>Das Ergebnis ist zu groß für eine Dezimalzahl.</translation>
    </message>
    <message>
        <source>The number has more than 20 digits before the point. Name its places: decimal(value, 2).</source>
        <translation>Die Zahl hat mehr als 20 Stellen vor dem Komma. Nenne ihre Nachkommastellen: decimal(value, 2).</translation>
    </message>
    <message>
        <source>The result is too large for a decimal of 38 digits.</source>
        <translation>Das Ergebnis ist zu groß für eine Dezimalzahl mit 38 Stellen.</translation>
    </message>
    <message>
        <source>The value is too large for a decimal.</source>
        <translation>Der Wert ist zu groß für eine Dezimalzahl.</translation>
    </message>
    <message>
        <source>The result is too large for a whole number.</source>
        <translation>Das Ergebnis ist zu groß für eine ganze Zahl.</translation>
    </message>
    <message>
        <source>The step before it delivers %1.</source>
        <translation>Der Schritt davor liefert %1.</translation>
    </message>
    <message>
        <source>The step before it delivers no fields.</source>
        <translation>Der Schritt davor liefert keine Felder.</translation>
    </message>
    <message>
        <source>The step before it</source>
        <translation>Der Schritt davor</translation>
    </message>
    <message>
        <source>The text would be longer than 16 MB.</source>
        <translation>Der Text würde länger als 16 MB.</translation>
    </message>
    <message>
        <source>The time is outside the years 1 to 9999.</source>
        <translation>Die Zeit liegt außerhalb der Jahre 1 bis 9999.</translation>
    </message>
    <message>
        <source>The values to choose from differ in kind: %1 and %2.</source>
        <translation>Die Werte zur Auswahl sind verschiedener Art: %1 und %2.</translation>
    </message>
    <message>
        <source>There are more than 100 cases. Split them over several fields.</source>
        <translation>Es sind mehr als 100 Fälle. Verteile sie auf mehrere Felder.</translation>
    </message>
    <message>
        <source>There are more than 200 values in these brackets.</source>
        <translation>In diesen Klammern stehen mehr als 200 Werte.</translation>
    </message>
    <message>
        <source>This is %1, it has no parts.</source>
        <translation>Das ist %1, es hat keine Teile.</translation>
    </message>
    <message>
        <source>Two comparisons in a row. Join them by “and”: a &lt; b and b &lt; c.</source>
        <translation>Zwei Vergleiche hintereinander. Verbinde sie mit „and“: a &lt; b and b &lt; c.</translation>
    </message>
    <message>
        <source>Write “%1” instead of “%2”.</source>
        <translation>Schreibe „%1“ statt „%2“.</translation>
    </message>
    <message>
        <source>] is expected</source>
        <translation>] wird erwartet</translation>
    </message>
    <message>
        <source>a header is one line</source>
        <translation>eine Kopfzeile ist eine Zeile</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a name is expected. Searching at any depth (..) is not possible here; use a step</source>
        <translation>ein Name wird erwartet. Suche in beliebiger Tiefe (..) geht hier nicht; nimm einen Schritt</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a path begins with $, such as $.data[*]</source>
        <translation>ein Pfad beginnt mit $, etwa $.data[*]</translation>
    </message>
    <message>
        <source>a quote is not closed</source>
        <translation>ein Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a secret sent in a header is one line</source>
        <translation>ein Geheimnis in einer Kopfzeile ist eine Zeile</translation>
    </message>
    <message>
        <source>a time as in the rows before</source>
        <translation>eine Zeit wie in den Zeilen davor</translation>
    </message>
    <message>
        <source>an import reads files only</source>
        <translation>ein Import liest nur Dateien</translation>
    </message>
    <message>
        <source>an object in { } is expected</source>
        <translation>ein Objekt in { } wird erwartet</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>cannot be “%1”. Choose one of: %2.</source>
        <translation>kann nicht „%1“ sein. Wähle eines von: %2.</translation>
    </message>
    <message>
        <source>cannot be “%1”. Did you mean “%2”?</source>
        <translation>kann nicht „%1“ sein. Meintest du „%2“?</translation>
    </message>
    <message>
        <source>comes too late: what is before %1 is closed</source>
        <translation>kommt zu spät: was vor %1 liegt, ist abgeschlossen</translation>
    </message>
    <message>
        <source>decimal needs a number or text; this is %1.</source>
        <translation>decimal braucht eine Zahl oder Text; das ist %1.</translation>
    </message>
    <message>
        <source>form not known: “%1”</source>
        <translation>unbekannte Form: „%1“</translation>
    </message>
    <message>
        <source>has a line of %1 cells under %2 column names</source>
        <translation>hat eine Zeile mit %1 Zellen unter %2 Spaltennamen</translation>
    </message>
    <message>
        <source>has a line that is not a list</source>
        <translation>hat eine Zeile, die keine Liste ist</translation>
    </message>
    <message>
        <source>has lists of different length: %1 with “%2”, %3 with “%4”</source>
        <translation>hat Listen verschiedener Länge: %1 bei „%2“, %3 bei „%4“</translation>
    </message>
    <message>
        <source>has more than 1000 entries.</source>
        <translation>hat mehr als 1000 Einträge.</translation>
    </message>
    <message>
        <source>has no currency beside it</source>
        <translation>hat keine Währung daneben</translation>
    </message>
    <message>
        <source>has no list of column names</source>
        <translation>hat keine Liste von Spaltennamen</translation>
    </message>
    <message>
        <source>has “%1” beside it, which is not a currency</source>
        <translation>hat „%1“ daneben; das ist keine Währung</translation>
    </message>
    <message>
        <source>holds %1, not a time</source>
        <translation>enthält %1, keine Zeit</translation>
    </message>
    <message>
        <source>holds %1, which is not a field name.</source>
        <translation>enthält %1; das ist kein Feldname.</translation>
    </message>
    <message>
        <source>holds %1; a number is needed. Type it with Choose fields first.</source>
        <translation>enthält %1; eine Zahl wird gebraucht. Bestimme den Typ zuerst mit „Felder wählen“.</translation>
    </message>
    <message>
        <source>holds at most %1 nodes.</source>
        <translation>hat höchstens %1 Schritte.</translation>
    </message>
    <message>
        <source>holds more than %1 fields. Choose a path that leads further in.</source>
        <translation>enthält mehr als %1 Felder. Wähle einen Pfad, der weiter hinein führt.</translation>
    </message>
    <message>
        <source>is a duration such as 1m, 1h or 1d.</source>
        <translation>ist eine Dauer wie 1m, 1h oder 1d.</translation>
    </message>
    <message>
        <source>is a list of objects.</source>
        <translation>ist eine Liste von Objekten.</translation>
    </message>
    <message>
        <source>is a list of texts.</source>
        <translation>ist eine Liste von Texten.</translation>
    </message>
    <message>
        <source>is a list.</source>
        <translation>ist eine Liste.</translation>
    </message>
    <message>
        <source>is a text in quotes.</source>
        <translation>ist ein Text in Anführungszeichen.</translation>
    </message>
    <message>
        <source>is a whole number from %1.</source>
        <translation>ist eine ganze Zahl ab %1.</translation>
    </message>
    <message>
        <source>is an object in { }.</source>
        <translation>ist ein Objekt in { }.</translation>
    </message>
    <message>
        <source>is at least 100ms.</source>
        <translation>ist mindestens 100ms.</translation>
    </message>
    <message>
        <source>is earlier than a period already begun; sort by time first</source>
        <translation>liegt vor einem schon begonnenen Zeitraum; sortiere zuerst nach der Zeit</translation>
    </message>
    <message>
        <source>is earlier than a point already used; sort by time first</source>
        <translation>liegt vor einem schon benutzten Punkt; sortiere zuerst nach der Zeit</translation>
    </message>
    <message>
        <source>is empty and no number field arrives. Choose the fields to keep.</source>
        <translation>ist leer, und kein Zahlenfeld kommt an. Wähle die Felder, die bleiben.</translation>
    </message>
    <message>
        <source>is empty, a key is needed</source>
        <translation>ist leer, ein Schlüssel wird gebraucht</translation>
    </message>
    <message>
        <source>is empty, a time is needed</source>
        <translation>ist leer, eine Zeit wird gebraucht</translation>
    </message>
    <message>
        <source>is empty.</source>
        <translation>ist leer.</translation>
    </message>
    <message>
        <source>is longer than 256 KiB. Shorten it.</source>
        <translation>ist länger als 256 KiB. Kürze es.</translation>
    </message>
    <message>
        <source>is not a list of lines</source>
        <translation>ist keine Liste von Zeilen</translation>
    </message>
    <message>
        <source>is not a time. Add Parse time before this step.</source>
        <translation>ist keine Zeit. Füge davor „Zeit lesen“ ein.</translation>
    </message>
    <message>
        <source>is not a time. Add a “Parse time” step before this output.</source>
        <translation>ist keine Zeit. Füge vor dieser Ausgabe „Zeit lesen“ ein.</translation>
    </message>
    <message>
        <source>is not an object with lists</source>
        <translation>ist kein Objekt mit Listen</translation>
    </message>
    <message>
        <source>is not in this row. Choose the time field again.</source>
        <translation>ist nicht in dieser Zeile. Wähle das Zeitfeld neu.</translation>
    </message>
    <message>
        <source>is not in this row.</source>
        <translation>ist nicht in dieser Zeile.</translation>
    </message>
    <message>
        <source>is source, step or output.</source>
        <translation>ist Quelle, Schritt oder Ausgabe.</translation>
    </message>
    <message>
        <source>is too large for a whole number or decimal</source>
        <translation>ist zu groß für eine ganze Zahl oder Dezimalzahl</translation>
    </message>
    <message>
        <source>is too large</source>
        <translation>ist zu groß</translation>
    </message>
    <message>
        <source>is true or false.</source>
        <translation>ist true oder false.</translation>
    </message>
    <message>
        <source>is used twice; give each node its own.</source>
        <translation>kommt doppelt vor; gib jedem Schritt eine eigene.</translation>
    </message>
    <message>
        <source>it became shorter while it was read.</source>
        <translation>sie wurde kürzer, während sie gelesen wurde.</translation>
    </message>
    <message>
        <source>it begins with http:// or https:// and names a host</source>
        <translation>sie beginnt mit http:// oder https:// und nennt einen Rechner</translation>
    </message>
    <message>
        <source>it closed the connection before the answer was complete</source>
        <translation>die Verbindung endete, bevor die Antwort vollständig war</translation>
    </message>
    <message>
        <source>it is no CSV, TSV, JSON, NDJSON or OpenMetrics text</source>
        <translation>sie ist kein CSV-, TSV-, JSON-, NDJSON- oder OpenMetrics-Text</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>zu tief verschachtelt</translation>
    </message>
    <message>
        <source>it redirects to an address that is not encrypted</source>
        <translation>er leitet auf eine unverschlüsselte Adresse um</translation>
    </message>
    <message>
        <source>it was last used by an older Dash. Open it once in Dash.</source>
        <translation>er wurde zuletzt von einem älteren Dash benutzt. Öffne ihn einmal in Dash.</translation>
    </message>
    <message>
        <source>makes a difference that is too large for a whole number or decimal</source>
        <translation>ergibt eine Differenz, die für eine ganze Zahl oder Dezimalzahl zu groß ist</translation>
    </message>
    <message>
        <source>makes a sum that is too large for a whole number or decimal</source>
        <translation>ergibt eine Summe, die für eine ganze Zahl oder Dezimalzahl zu groß ist</translation>
    </message>
    <message>
        <source>makes a total that is too large for a whole number or decimal</source>
        <translation>ergibt eine laufende Summe, die für eine ganze Zahl oder Dezimalzahl zu groß ist</translation>
    </message>
    <message>
        <source>must be a list of entries.</source>
        <translation>muss eine Liste von Einträgen sein.</translation>
    </message>
    <message>
        <source>must be a size such as 64 KiB or 10 MB, not “%1”.</source>
        <translation>muss eine Größe wie 64 KiB oder 10 MB sein, nicht „%1“.</translation>
    </message>
    <message>
        <source>must be a span such as 15m, hour, day, week or month, not “%1”.</source>
        <translation>muss eine Spanne wie 15m, hour, day, week oder month sein, nicht „%1“.</translation>
    </message>
    <message>
        <source>must be a time span such as 30s, 5m, 2h or 1d, not “%1”.</source>
        <translation>muss eine Zeitspanne wie 30s, 5m, 2h oder 1d sein, nicht „%1“.</translation>
    </message>
    <message>
        <source>must be an address such as https://example.com/data, not “%1”.</source>
        <translation>muss eine Adresse wie https://example.com/data sein, nicht „%1“.</translation>
    </message>
    <message>
        <source>must be an object of names and values.</source>
        <translation>muss ein Objekt aus Namen und Werten sein.</translation>
    </message>
    <message>
        <source>must be an object, not %1.</source>
        <translation>muss ein Objekt sein, nicht %1.</translation>
    </message>
    <message>
        <source>must be at least %1, not %2.</source>
        <translation>muss mindestens %1 sein, nicht %2.</translation>
    </message>
    <message>
        <source>must be at least %1.</source>
        <translation>muss mindestens %1 sein.</translation>
    </message>
    <message>
        <source>must be at most %1, not %2.</source>
        <translation>darf höchstens %1 sein, nicht %2.</translation>
    </message>
    <message>
        <source>must be at most %1.</source>
        <translation>darf höchstens %1 sein.</translation>
    </message>
    <message>
        <source>must be from %1 to %2, not %3.</source>
        <translation>muss zwischen %1 und %2 liegen, nicht %3.</translation>
    </message>
    <message>
        <source>must be text, not %1.</source>
        <translation>muss Text sein, nicht %1.</translation>
    </message>
    <message>
        <source>must be true or false, not “%1”.</source>
        <translation>muss true oder false sein, nicht „%1“.</translation>
    </message>
    <message>
        <source>needs 1 to 40 of a-z, 0-9, _ and -.</source>
        <translation>braucht 1 bis 40 Zeichen aus a-z, 0-9, _ und -.</translation>
    </message>
    <message>
        <source>needs a time to group by: “%1” keeps every value until its span is over.</source>
        <translation>braucht eine Zeit zum Gruppieren: „%1“ behält jeden Wert, bis seine Spanne vorbei ist.</translation>
    </message>
    <message>
        <source>needs at least one entry.</source>
        <translation>braucht mindestens einen Eintrag.</translation>
    </message>
    <message>
        <source>not a date</source>
        <translation>kein Datum</translation>
    </message>
    <message>
        <source>nothing answers on its port</source>
        <translation>an seinem Port antwortet nichts</translation>
    </message>
    <message>
        <source>nothing is at the path of the records. The document has: %1</source>
        <translation>am Pfad der Datensätze liegt nichts. Das Dokument hat: %1</translation>
    </message>
    <message>
        <source>takes one of every, cron and continuous.</source>
        <translation>nimmt eines von every, cron und continuous.</translation>
    </message>
    <message>
        <source>the cursor %1 came a second time.</source>
        <translation>der Zeiger %1 kam ein zweites Mal.</translation>
    </message>
    <message>
        <source>the folder cannot be made.</source>
        <translation>der Ordner lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>the next link leads back to a page that was read already.</source>
        <translation>der Link zur nächsten Seite führt zu einer schon gelesenen zurück.</translation>
    </message>
    <message>
        <source>the next page is on another host (%1).</source>
        <translation>die nächste Seite liegt auf einem anderen Rechner (%1).</translation>
    </message>
    <message>
        <source>the path asks for too much of this document. Narrow it.</source>
        <translation>der Pfad verlangt zu viel von diesem Dokument. Grenze ihn ein.</translation>
    </message>
    <message>
        <source>the quote is not closed</source>
        <translation>das Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>the row has %1 cells where the table has %2</source>
        <translation>die Zeile hat %1 Zellen, die Tabelle %2</translation>
    </message>
    <message>
        <source>the time is outside the years 1 to 9999</source>
        <translation>die Zeit liegt außerhalb der Jahre 1 bis 9999</translation>
    </message>
    <message>
        <source>there are more than %1 pages. Raise the limit or ask for less.</source>
        <translation>es sind mehr als %1 Seiten. Erhöhe die Grenze oder frage weniger ab.</translation>
    </message>
    <message>
        <source>there is no month %1</source>
        <translation>einen Monat %1 gibt es nicht</translation>
    </message>
    <message>
        <source>there is no such file.</source>
        <translation>diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>there is no such host</source>
        <translation>diesen Rechner gibt es nicht</translation>
    </message>
    <message>
        <source>there is no such time of day</source>
        <translation>diese Uhrzeit gibt es nicht</translation>
    </message>
    <message>
        <source>this local time happens twice or not at all in %1</source>
        <translation>diese Ortszeit gibt es in %1 zweimal oder gar nicht</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>“%1” has no meaning here.</source>
        <translation>„%1“ hat hier keine Bedeutung.</translation>
    </message>
    <message>
        <source>“%1” is %2, it has no parts.</source>
        <translation>„%1“ ist %2, es hat keine Teile.</translation>
    </message>
    <message>
        <source>“%1” is missing here.</source>
        <translation>Hier fehlt „%1“.</translation>
    </message>
    <message>
        <source>“%1” is not a currency such as EUR or USD.</source>
        <translation>„%1“ ist keine Währung wie EUR oder USD.</translation>
    </message>
    <message>
        <source>“%1” is not a decimal.</source>
        <translation>„%1“ ist keine Dezimalzahl.</translation>
    </message>
    <message>
        <source>“%1” is not a duration such as 30s, 5m or 1h30m.</source>
        <translation>„%1“ ist keine Dauer wie 30s, 5m oder 1h30m.</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>“%1” is not a number</source>
        <translation>„%1“ ist keine Zahl</translation>
    </message>
    <message>
        <source>“%1” is not a time such as 2026-11-22T14:30:00Z.</source>
        <translation>„%1“ ist keine Zeit wie 2026-11-22T14:30:00Z.</translation>
    </message>
    <message>
        <source>“%1” is not a time zone such as Europe/Berlin.</source>
        <translation>„%1“ ist keine Zeitzone wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>“%1” is not a unit such as hour, day, week, month or 15m.</source>
        <translation>„%1“ ist keine Einheit wie hour, day, week, month oder 15m.</translation>
    </message>
    <message>
        <source>“%1” is not a unit: second, minute, hour, day, week, month, quarter, year.</source>
        <translation>„%1“ ist keine Einheit: second, minute, hour, day, week, month, quarter, year.</translation>
    </message>
    <message>
        <source>“%1” is not an exact number</source>
        <translation>„%1“ ist keine genaue Zahl</translation>
    </message>
    <message>
        <source>“%1” needs numbers; this is %2.%3</source>
        <translation>„%1“ braucht Zahlen; das ist %2.%3</translation>
    </message>
    <message>
        <source>“-” needs a number; this is %1.</source>
        <translation>„-“ braucht eine Zahl; das ist %1.</translation>
    </message>
    <message>
        <source>“like” needs text; this is %1.</source>
        <translation>„like“ braucht Text; das ist %1.</translation>
    </message>
    <message>
        <source>a comma or } is expected after a label</source>
        <translation>nach einem Etikett wird ein Komma oder } erwartet</translation>
    </message>
    <message>
        <source>a digit is expected after the point</source>
        <translation>nach dem Punkt wird eine Ziffer erwartet</translation>
    </message>
    <message>
        <source>a digit is expected in the exponent</source>
        <translation>im Exponenten wird eine Ziffer erwartet</translation>
    </message>
    <message>
        <source>a label&apos;s value is not closed</source>
        <translation>der Wert eines Etiketts ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a label&apos;s value needs quotes</source>
        <translation>der Wert eines Etiketts braucht Anführungszeichen</translation>
    </message>
    <message>
        <source>a metric&apos;s name is expected</source>
        <translation>der Name einer Metrik wird erwartet</translation>
    </message>
    <message>
        <source>a number is expected after the name</source>
        <translation>nach dem Namen wird eine Zahl erwartet</translation>
    </message>
    <message>
        <source>a number may not begin with 0</source>
        <translation>eine Zahl darf nicht mit 0 beginnen</translation>
    </message>
    <message>
        <source>a text holds a control character</source>
        <translation>ein Text enthält ein Steuerzeichen</translation>
    </message>
    <message>
        <source>a text is not closed</source>
        <translation>ein Text ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a value is expected</source>
        <translation>ein Wert wird erwartet</translation>
    </message>
    <message>
        <source>the number is too large</source>
        <translation>die Zahl ist zu groß</translation>
    </message>
    <message>
        <source>the timestamp is not a number</source>
        <translation>der Zeitstempel ist keine Zahl</translation>
    </message>
    <message>
        <source>there is more text after the record</source>
        <translation>nach dem Datensatz folgt weiterer Text</translation>
    </message>
    <message>
        <source>there is no such escape in a text</source>
        <translation>eine solche Ersatzfolge gibt es nicht</translation>
    </message>
    <message>
        <source>a colon is expected after a name</source>
        <translation>nach einem Namen wird ein Doppelpunkt erwartet</translation>
    </message>
    <message>
        <source>a name in quotes is expected</source>
        <translation>ein Name in Anführungszeichen wird erwartet</translation>
    </message>
    <message>
        <source>the brackets do not match</source>
        <translation>die Klammern passen nicht zusammen</translation>
    </message>
    <message>
        <source>the document ends too early</source>
        <translation>das Dokument endet zu früh</translation>
    </message>
    <message>
        <source>the document is one large object. Name the path of its records, such as $.data[*]</source>
        <translation>das Dokument ist ein großes Objekt. Nenne den Pfad seiner Datensätze, etwa $.data[*]</translation>
    </message>
    <message>
        <source>there is more text after the document. Choose NDJSON for one record a line</source>
        <translation>nach dem Dokument folgt weiterer Text. Wähle NDJSON für einen Datensatz je Zeile</translation>
    </message>
    <message>
        <source>a closing bracket without an opening one.</source>
        <translation>eine schließende Klammer ohne öffnende.</translation>
    </message>
    <message>
        <source>a bracket is not closed; add a ].</source>
        <translation>eine Klammer ist nicht geschlossen; ergänze eine ].</translation>
    </message>
    <message>
        <source>a bracket is not closed.</source>
        <translation>eine Klammer ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>a colon is expected here.</source>
        <translation>hier wird ein Doppelpunkt erwartet.</translation>
    </message>
    <message>
        <source>a comma or ] is expected here.</source>
        <translation>hier wird ein Komma oder ] erwartet.</translation>
    </message>
    <message>
        <source>a comma or } is expected here.</source>
        <translation>hier wird ein Komma oder } erwartet.</translation>
    </message>
    <message>
        <source>a control character stands in a string.</source>
        <translation>in einem Text steht ein Steuerzeichen.</translation>
    </message>
    <message>
        <source>a control character stands in the text.</source>
        <translation>im Text steht ein Steuerzeichen.</translation>
    </message>
    <message>
        <source>a dot or a bracket is expected here.</source>
        <translation>hier wird ein Punkt oder eine Klammer erwartet.</translation>
    </message>
    <message>
        <source>a name in quotes is expected here.</source>
        <translation>hier wird ein Name in Anführungszeichen erwartet.</translation>
    </message>
    <message>
        <source>a name is missing here; names with other signs are written [&apos;name&apos;].</source>
        <translation>hier fehlt ein Name; Namen mit anderen Zeichen schreibt man [&apos;name&apos;].</translation>
    </message>
    <message>
        <source>a path begins with $.</source>
        <translation>ein Pfad beginnt mit $.</translation>
    </message>
    <message>
        <source>a string is not closed.</source>
        <translation>ein Text ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>a text is not closed; add the other quote.</source>
        <translation>ein Text ist nicht geschlossen; ergänze das zweite Anführungszeichen.</translation>
    </message>
    <message>
        <source>a value is expected here.</source>
        <translation>hier wird ein Wert erwartet.</translation>
    </message>
    <message>
        <source>an escape in a string is not known.</source>
        <translation>eine Ersatzfolge in einem Text ist unbekannt.</translation>
    </message>
    <message>
        <source>an index is missing here.</source>
        <translation>hier fehlt eine Position.</translation>
    </message>
    <message>
        <source>brackets are nested too deeply.</source>
        <translation>Klammern sind zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>something follows the end of the value.</source>
        <translation>nach dem Ende des Wertes folgt noch etwas.</translation>
    </message>
    <message>
        <source>the path has too many parts.</source>
        <translation>der Pfad hat zu viele Teile.</translation>
    </message>
    <message>
        <source>there is nothing to repeat here.</source>
        <translation>hier gibt es nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>this escape is not known.</source>
        <translation>diese Ersatzfolge ist unbekannt.</translation>
    </message>
    <message>
        <source>this is not a number.</source>
        <translation>das ist keine Zahl.</translation>
    </message>
    <message>
        <source>this number is too large or too small.</source>
        <translation>diese Zahl ist zu groß oder zu klein.</translation>
    </message>
    <message>
        <source>This file</source>
        <translation>Diese Datei</translation>
    </message>
    <message>
        <source>%1 fields</source>
        <translation>%1 Felder</translation>
    </message>
    <message>
        <source>first %1</source>
        <translation>erste %1</translation>
    </message>
    <message>
        <source>whole row</source>
        <translation>ganze Zeile</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>ohne %1</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Dashboards</source>
        <translation>Dashboards</translation>
    </message>
    <message>
        <source>Pipelines</source>
        <translation>Pipelines</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
</context>
<context>
    <name>Shortcut</name>
    <message>
        <source>Find anything</source>
        <translation>Alles finden</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl finden</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurückgehen</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Vorwärtsgehen</translation>
    </message>
    <message>
        <source>Fold or unfold the navigation</source>
        <translation>Navigation ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Open help</source>
        <translation>Hilfe öffnen</translation>
    </message>
    <message>
        <source>Fill the screen or leave it</source>
        <translation>Bildschirm füllen oder verlassen</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>Zwischen Hell und Dunkel wechseln</translation>
    </message>
    <message>
        <source>Go to the first section</source>
        <translation>Zum ersten Bereich</translation>
    </message>
    <message>
        <source>Go to the second section</source>
        <translation>Zum zweiten Bereich</translation>
    </message>
    <message>
        <source>Go to the third section</source>
        <translation>Zum dritten Bereich</translation>
    </message>
    <message>
        <source>Go to the fourth section</source>
        <translation>Zum vierten Bereich</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Edit the dashboard, and finish</source>
        <translation>Dashboard bearbeiten und beenden</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Compare with the previous period</source>
        <translation>Mit dem Zeitraum davor vergleichen</translation>
    </message>
    <message>
        <source>From point to point of a chart</source>
        <translation>Von Punkt zu Punkt eines Diagramms</translation>
    </message>
    <message>
        <source>The next series of a chart</source>
        <translation>Nächste Reihe eines Diagramms</translation>
    </message>
    <message>
        <source>Zoom a chart</source>
        <translation>Diagramm zoomen</translation>
    </message>
    <message>
        <source>Zoom the values of a chart</source>
        <translation>Werte eines Diagramms zoomen</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Select a stretch of a chart, Return zooms to it</source>
        <translation>Abschnitt eines Diagramms wählen, Eingabe zoomt darauf</translation>
    </message>
    <message>
        <source>Measure in a chart</source>
        <translation>In einem Diagramm messen</translation>
    </message>
    <message>
        <source>Show a chart as a table</source>
        <translation>Diagramm als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Follow: back to now</source>
        <translation>Folgen: zurück zu jetzt</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Datei öffnen</translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message>
        <source>Open template</source>
        <translation>Vorlage öffnen</translation>
    </message>
    <message>
        <source>fill it in to go on.</source>
        <translation>zum Fortfahren ausfüllen.</translation>
    </message>
    <message>
        <source>Bank statement</source>
        <translation>Kontoauszug</translation>
    </message>
    <message>
        <source>CSV of your bank: income and spending</source>
        <translation>CSV der Bank: Einnahmen und Ausgaben</translation>
    </message>
    <message>
        <source>Income and spending by month</source>
        <translation>Einnahmen und Ausgaben nach Monat</translation>
    </message>
    <message>
        <source>Where the money goes</source>
        <translation>Wohin das Geld geht</translation>
    </message>
    <message>
        <source>Reads decimal commas and day-first dates</source>
        <translation>Liest Dezimalkommas und Daten mit dem Tag zuerst</translation>
    </message>
    <message>
        <source>CSV file of your bank</source>
        <translation>CSV-Datei der Bank</translation>
    </message>
    <message>
        <source>With the columns Buchungstag, Kategorie and Betrag; change the steps for others</source>
        <translation>Mit den Spalten Buchungstag, Kategorie und Betrag; für andere die Schritte ändern</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>Einnahmen</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Spending by month</source>
        <translation>Ausgaben nach Monat</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Buchungen</translation>
    </message>
    <message>
        <source>IoT sensors</source>
        <translation>IoT-Sensoren</translation>
    </message>
    <message>
        <source>Temperature and humidity for many devices</source>
        <translation>Temperatur und Feuchte für viele Geräte</translation>
    </message>
    <message>
        <source>Temperature of every room</source>
        <translation>Temperatur jedes Raums</translation>
    </message>
    <message>
        <source>Warning when the cold room is too warm</source>
        <translation>Warnung, wenn der Kühlraum zu warm ist</translation>
    </message>
    <message>
        <source>Humidity and battery beside it</source>
        <translation>Feuchte und Batterie daneben</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Cold room</source>
        <translation>Kühlraum</translation>
    </message>
    <message>
        <source>Greenhouse</source>
        <translation>Gewächshaus</translation>
    </message>
    <message>
        <source>Lowest battery</source>
        <translation>Schwächste Batterie</translation>
    </message>
    <message>
        <source>Humidity</source>
        <translation>Feuchte</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Batterie</translation>
    </message>
    <message>
        <source>SaaS metrics</source>
        <translation>SaaS-Kennzahlen</translation>
    </message>
    <message>
        <source>MRR, churn and sign-ups from a CSV</source>
        <translation>MRR, Abwanderung und Anmeldungen aus einer CSV</translation>
    </message>
    <message>
        <source>Monthly recurring revenue by plan</source>
        <translation>Monatlich wiederkehrender Umsatz nach Tarif</translation>
    </message>
    <message>
        <source>Sign-ups against churn</source>
        <translation>Anmeldungen gegen Abwanderung</translation>
    </message>
    <message>
        <source>Customers over time</source>
        <translation>Kunden im Lauf der Zeit</translation>
    </message>
    <message>
        <source>CSV file</source>
        <translation>CSV-Datei</translation>
    </message>
    <message>
        <source>With the columns day, mrr_cents, customers, signups, churned, plan</source>
        <translation>Mit den Spalten day, mrr_cents, customers, signups, churned, plan</translation>
    </message>
    <message>
        <source>MRR, Pro</source>
        <translation>MRR, Pro</translation>
    </message>
    <message>
        <source>MRR, Business</source>
        <translation>MRR, Business</translation>
    </message>
    <message>
        <source>Sign-ups</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Recurring revenue</source>
        <translation>Wiederkehrender Umsatz</translation>
    </message>
    <message>
        <source>Sign-ups and churn</source>
        <translation>Anmeldungen und Abwanderung</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>CPU, memory and requests from an exporter</source>
        <translation>CPU, Speicher und Anfragen von einem Exporter</translation>
    </message>
    <message>
        <source>Load of every host in one chart</source>
        <translation>Last jedes Hosts in einem Diagramm</translation>
    </message>
    <message>
        <source>Requests, errors and latency</source>
        <translation>Anfragen, Fehler und Latenz</translation>
    </message>
    <message>
        <source>Thresholds where it hurts</source>
        <translation>Schwellen, wo es wehtut</translation>
    </message>
    <message>
        <source>Metrics address</source>
        <translation>Adresse der Metriken</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Processor by host</source>
        <translation>Prozessor nach Host</translation>
    </message>
    <message>
        <source>Shop revenue</source>
        <translation>Shop-Umsatz</translation>
    </message>
    <message>
        <source>Shopify, WooCommerce or any order list</source>
        <translation>Shopify, WooCommerce oder jede Bestellliste</translation>
    </message>
    <message>
        <source>Revenue by hour and by shop</source>
        <translation>Umsatz nach Stunde und nach Shop</translation>
    </message>
    <message>
        <source>Orders and average order at a glance</source>
        <translation>Bestellungen und ihr Durchschnitt auf einen Blick</translation>
    </message>
    <message>
        <source>Orders table that fills itself, no duplicates</source>
        <translation>Tabelle der Bestellungen, die sich selbst füllt, ohne Duplikate</translation>
    </message>
    <message>
        <source>Shop address</source>
        <translation>Adresse des Shops</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Net of fees</source>
        <translation>Nach Gebühren</translation>
    </message>
    <message>
        <source>Average order</source>
        <translation>Mittlere Bestellung</translation>
    </message>
    <message>
        <source>Revenue a day</source>
        <translation>Umsatz pro Tag</translation>
    </message>
    <message>
        <source>Revenue by shop</source>
        <translation>Umsatz nach Shop</translation>
    </message>
    <message>
        <source>Latest orders</source>
        <translation>Neueste Bestellungen</translation>
    </message>
    <message>
        <source>Stripe charges</source>
        <translation>Stripe-Zahlungen</translation>
    </message>
    <message>
        <source>Payments, refunds and fees by day</source>
        <translation>Zahlungen, Erstattungen und Gebühren nach Tag</translation>
    </message>
    <message>
        <source>Gross, fees and refunds by day</source>
        <translation>Brutto, Gebühren und Erstattungen nach Tag</translation>
    </message>
    <message>
        <source>Failed payments at a glance</source>
        <translation>Fehlgeschlagene Zahlungen auf einen Blick</translation>
    </message>
    <message>
        <source>Every charge once, by its id</source>
        <translation>Jede Zahlung einmal, nach ihrer ID</translation>
    </message>
    <message>
        <source>Restricted key</source>
        <translation>Schlüssel mit wenig Rechten</translation>
    </message>
    <message>
        <source>A restricted key that may read charges is enough</source>
        <translation>Ein Schlüssel, der nur Zahlungen lesen darf, genügt</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Brutto</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Erstattet</translation>
    </message>
    <message>
        <source>Failed payments</source>
        <translation>Fehlgeschlagene Zahlungen</translation>
    </message>
    <message>
        <source>Payments a day</source>
        <translation>Zahlungen pro Tag</translation>
    </message>
    <message>
        <source>Latest charges</source>
        <translation>Neueste Zahlungen</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Download</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Upload</translation>
    </message>
    <message>
        <source>Disk busy</source>
        <translation>Plattenlast</translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation>Freier Platz</translation>
    </message>
    <message>
        <source>Processor time</source>
        <translation>Prozessorzeit</translation>
    </message>
    <message>
        <source>share of {cores}</source>
        <translation>Anteil aller {cores}</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Disk throughput</source>
        <translation>Festplattendurchsatz</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Festplatten</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>Wetter</translation>
    </message>
    <message>
        <source>Hourly forecast for a place, no key needed</source>
        <translation>Stündliche Vorhersage für einen Ort, ohne Schlüssel</translation>
    </message>
    <message>
        <source>Temperature, rain and wind hour by hour</source>
        <translation>Temperatur, Regen und Wind Stunde für Stunde</translation>
    </message>
    <message>
        <source>Three days back and a forecast ahead</source>
        <translation>Drei Tage zurück und eine Vorhersage voraus</translation>
    </message>
    <message>
        <source>From a free service, no account</source>
        <translation>Von einem kostenlosen Dienst, ohne Konto</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Breitengrad</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Längengrad</translation>
    </message>
    <message>
        <source>Rain</source>
        <translation>Regen</translation>
    </message>
    <message>
        <source>Wind</source>
        <translation>Wind</translation>
    </message>
    <message>
        <source>Churned</source>
        <translation>Abgewandert</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Waiting for disk</source>
        <translation>Warten auf Laufwerk</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>of {B}</source>
        <translation>von {B}</translation>
    </message>
    <message>
        <source>Peak {peak} at {peak_time}</source>
        <translation>Spitze {peak} um {peak_time}</translation>
    </message>
    <message>
        <source>{C} used, {D} cached</source>
        <translation>{C} belegt, {D} im Cache</translation>
    </message>
    <message>
        <source>Write {B}</source>
        <translation>Schreiben {B}</translation>
    </message>
    <message>
        <source>Address of your readings</source>
        <translation>Adresse deiner Messwerte</translation>
    </message>
    <message>
        <source>CSV or JSON with time, device, room, temperature_c, humidity_percent, battery_percent</source>
        <translation>CSV oder JSON mit time, device, room, temperature_c, humidity_percent, battery_percent</translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeRange</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>d</source>
        <translation>d</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>Letzte Minute</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>Letzte 5 Minuten</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>Letzte 15 Minuten</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 3 hours</source>
        <translation>Letzte 3 Stunden</translation>
    </message>
    <message>
        <source>Last 12 hours</source>
        <translation>Letzte 12 Stunden</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Letztes Jahr</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>Letzte %1</translation>
    </message>
</context>
<context>
    <name>WidgetType</name>
    <message>
        <source>No data in this time</source>
        <translation>Keine Daten in dieser Zeit</translation>
    </message>
    <message>
        <source>Chart, latest: %1</source>
        <translation>Diagramm, zuletzt: %1</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Gauge</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>%1, between %2 and %3</source>
        <translation>%1, zwischen %2 und %3</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1 zuvor</translation>
    </message>
    <message>
        <source>Stat</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Niedrigster</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Durchschnitt</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Höchster</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>No series chosen yet</source>
        <translation>Noch keine Reihe gewählt</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>%1 holds words. Draw it as a stat or a table.</source>
        <translation>%1 enthält Wörter. Zeichnen Sie es als Kennzahl oder Tabelle.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash</name>
    <message>
        <source>passed by</source>
        <translation>umgangen</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Table of rows that were refused</source>
        <translation>Tabelle der abgelehnten Zeilen</translation>
    </message>
    <message>
        <source>Table, %1</source>
        <translation>Tabelle, %1</translation>
    </message>
    <message>
        <source>Table, empty</source>
        <translation>Tabelle, leer</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Every %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>As data comes</source>
        <translation>Wenn Daten kommen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Gelungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Time of run</source>
        <translation>Zeit des Laufs</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erzeugt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Letzte Antwort</translation>
    </message>
    <message>
        <source>Unknown field</source>
        <translation>Unbekanntes Feld</translation>
    </message>
    <message>
        <source>Unknown function</source>
        <translation>Unbekannte Funktion</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>Nicht verstanden</translation>
    </message>
    <message>
        <source>Types do not fit</source>
        <translation>Typen passen nicht</translation>
    </message>
    <message>
        <source>Setting missing</source>
        <translation>Einstellung fehlt</translation>
    </message>
    <message>
        <source>Unknown kind</source>
        <translation>Unbekannte Art</translation>
    </message>
    <message>
        <source>Secret missing</source>
        <translation>Geheimnis fehlt</translation>
    </message>
    <message>
        <source>File not opened</source>
        <translation>Datei nicht geöffnet</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Answered %1</source>
        <translation>Antwortete %1</translation>
    </message>
    <message>
        <source>Limit reached</source>
        <translation>Grenze erreicht</translation>
    </message>
    <message>
        <source>Has an error</source>
        <translation>Hat einen Fehler</translation>
    </message>
    <message>
        <source>Keep points</source>
        <translation>Punkte behalten</translation>
    </message>
    <message>
        <source>At most on the disk</source>
        <translation>Höchstens auf der Platte</translation>
    </message>
    <message>
        <source>Waiting for data</source>
        <translation>Wartet auf Daten</translation>
    </message>
</context>
<context>
    <name>dash::AddressEditor</name>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Make a new address; the old one stops working</source>
        <translation>Neue Adresse anlegen; die alte gilt dann nicht mehr</translation>
    </message>
</context>
<context>
    <name>dash::Banner</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>dash::BuilderPage</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Untitled pipeline</source>
        <translation>Pipeline ohne Namen</translation>
    </message>
    <message>
        <source>Pipelines</source>
        <translation>Pipelines</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>Schritt hinzufügen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>nächster Schritt</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>add after</source>
        <translation>dahinter hinzufügen</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>disable</source>
        <translation>ausschalten</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Show all steps</source>
        <translation>Alle Schritte zeigen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Runs on this computer</source>
        <translation>Läuft auf diesem Computer</translation>
    </message>
    <message>
        <source>Stays on this computer</source>
        <translation>Bleibt auf diesem Computer</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Definition as text</source>
        <translation>Definition als Text</translation>
    </message>
    <message>
        <source>Run once</source>
        <translation>Einmal ausführen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Fetch a new sample</source>
        <translation>Neue Stichprobe holen</translation>
    </message>
    <message>
        <source>Export definition…</source>
        <translation>Definition exportieren …</translation>
    </message>
    <message>
        <source>Pipeline settings</source>
        <translation>Einstellungen der Pipeline</translation>
    </message>
    <message>
        <source>Apply draft</source>
        <translation>Entwurf anwenden</translation>
    </message>
    <message>
        <source>Show rows</source>
        <translation>Zeilen zeigen</translation>
    </message>
    <message>
        <source>Show rejected rows</source>
        <translation>Abgelehnte Zeilen zeigen</translation>
    </message>
    <message>
        <source>Show runs</source>
        <translation>Läufe zeigen</translation>
    </message>
    <message>
        <source>Show definition as text</source>
        <translation>Definition als Text zeigen</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>Draft has an error</source>
        <translation>Der Entwurf hat einen Fehler</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Läuft nicht</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Run the applied version now</source>
        <translation>Angewendete Version jetzt ausführen</translation>
    </message>
    <message>
        <source>Apply the draft first</source>
        <translation>Zuerst den Entwurf anwenden</translation>
    </message>
    <message>
        <source>Stopped at %1</source>
        <translation>Angehalten bei %1</translation>
    </message>
    <message>
        <source>Last run %1, %2, %3 ms</source>
        <translation>Letzter Lauf %1, %2, %3 ms</translation>
    </message>
    <message>
        <source>Last run %1: %2</source>
        <translation>Letzter Lauf %1: %2</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>%1 verbinden</translation>
    </message>
    <message>
        <source>Disconnect %1</source>
        <translation>%1 trennen</translation>
    </message>
    <message>
        <source>Disable %1</source>
        <translation>%1 ausschalten</translation>
    </message>
    <message>
        <source>Enable %1</source>
        <translation>%1 einschalten</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>%1 duplizieren</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>The clipboard holds no step</source>
        <translation>In der Zwischenablage ist kein Schritt</translation>
    </message>
    <message>
        <source>Paste %1</source>
        <translation>%1 einfügen</translation>
    </message>
    <message>
        <source>Add after</source>
        <translation>Dahinter hinzufügen</translation>
    </message>
    <message>
        <source>Branch here</source>
        <translation>Hier abzweigen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Restore version %1, applied %2</source>
        <translation>Version %1 wiederherstellen, angewendet %2</translation>
    </message>
    <message>
        <source>Restore version %1</source>
        <translation>Version %1 wiederherstellen</translation>
    </message>
    <message>
        <source>Nothing was applied yet</source>
        <translation>Noch wurde nichts angewendet</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Hinzugefügt: %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Geändert: %1</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Entfernt: %1</translation>
    </message>
    <message>
        <source>Changed: pipeline settings</source>
        <translation>Geändert: Einstellungen der Pipeline</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Export definition</source>
        <translation>Definition exportieren</translation>
    </message>
    <message>
        <source>Definition exported</source>
        <translation>Definition exportiert</translation>
    </message>
    <message>
        <source>Show steps in their own size</source>
        <translation>Schritte in ihrer eigenen Größe zeigen</translation>
    </message>
    <message>
        <source>Begin with a source</source>
        <translation>Beginne mit einer Quelle</translation>
    </message>
    <message>
        <source>Press [A], or drag from the list</source>
        <translation>Drücke [A] oder ziehe aus der Liste</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>Quelle hinzufügen</translation>
    </message>
</context>
<context>
    <name>dash::Canvas</name>
    <message>
        <source>Pipeline steps</source>
        <translation>Schritte der Pipeline</translation>
    </message>
    <message>
        <source>has an error</source>
        <translation>hat einen Fehler</translation>
    </message>
    <message>
        <source>waits behind an error</source>
        <translation>wartet hinter einem Fehler</translation>
    </message>
    <message>
        <source>disabled, rows pass it by</source>
        <translation>ausgeschaltet, Zeilen umgehen ihn</translation>
    </message>
</context>
<context>
    <name>dash::ChartView</name>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Durchschnitt</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Höchster</translation>
    </message>
    <message>
        <source>%1, before</source>
        <translation>%1, zuvor</translation>
    </message>
    <message>
        <source>Min to max</source>
        <translation>Min bis Max</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Arrows go from point to point, up and down change the series, plus and minus zoom, Shift and arrows select, T shows a table</source>
        <translation>Pfeile gehen von Punkt zu Punkt, auf und ab wechseln die Reihe, Plus und Minus zoomen, Umschalt und Pfeile wählen aus, T zeigt eine Tabelle</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Follow: back to now</source>
        <translation>Folgen: zurück zu jetzt</translation>
    </message>
    <message>
        <source>Selected %1 to %2</source>
        <translation>Ausgewählt %1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Points here cannot be read: the file is damaged</source>
        <translation>Punkte hier sind nicht lesbar: Die Datei ist beschädigt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln point(s) here cannot be read: the file is damaged</source>
        <translation>
            <numerusform>%Ln Punkt hier ist nicht lesbar: Die Datei ist beschädigt</numerusform>
            <numerusform>%Ln Punkte hier sind nicht lesbar: Die Datei ist beschädigt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::Combo</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>In %1 suchen</translation>
    </message>
</context>
<context>
    <name>dash::CommandPalette</name>
    <message>
        <source>Find anything</source>
        <translation>Alles finden</translation>
    </message>
    <message>
        <source>Find a dashboard, a pipeline, a series or a command</source>
        <translation>Dashboard, Pipeline, Reihe oder Befehl finden</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihen</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>Tun</translation>
    </message>
    <message>
        <source>move</source>
        <translation>bewegen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>Nothing is called that. Try fewer letters.</source>
        <translation>Nichts heißt so. Weniger Buchstaben versuchen.</translation>
    </message>
    <message>
        <source>for commands,</source>
        <translation>für Befehle,</translation>
    </message>
    <message>
        <source>for labels</source>
        <translation>für Labels</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tippen:</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>jetzt geöffnet</translation>
    </message>
</context>
<context>
    <name>dash::DashboardsPage</name>
    <message>
        <source>No dashboard yet</source>
        <translation>Noch kein Dashboard</translation>
    </message>
    <message>
        <source>A dashboard shows series and tables as charts and numbers</source>
        <translation>Ein Dashboard zeigt Reihen und Tabellen als Diagramme und Zahlen</translation>
    </message>
    <message>
        <source>New dashboard</source>
        <translation>Neues Dashboard</translation>
    </message>
    <message>
        <source>Move widget</source>
        <translation>Widget verschieben</translation>
    </message>
    <message>
        <source>Dashboards</source>
        <translation>Dashboards</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>New widget</source>
        <translation>Neues Widget</translation>
    </message>
    <message>
        <source>Add widget</source>
        <translation>Widget hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate widget</source>
        <translation>Widget duplizieren</translation>
    </message>
    <message>
        <source>Remove widget</source>
        <translation>Widget entfernen</translation>
    </message>
    <message>
        <source>“%1” was removed</source>
        <translation>„%1“ wurde entfernt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Compare with previous period</source>
        <translation>Mit vorherigem Zeitraum vergleichen</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Nicht mehr vergleichen</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Last data %1</source>
        <translation>Letzte Daten %1</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>each change is saved</source>
        <translation>jede Änderung wird gespeichert</translation>
    </message>
    <message>
        <source>Change time shown</source>
        <translation>Gezeigte Zeit ändern</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Show the previous period behind every chart</source>
        <translation>Den vorherigen Zeitraum hinter jedem Diagramm zeigen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Export this dashboard</source>
        <translation>Dieses Dashboard exportieren</translation>
    </message>
    <message>
        <source>Document (PDF)</source>
        <translation>Dokument (PDF)</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Bild (PNG)</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>Zeichnung (SVG)</translation>
    </message>
    <message>
        <source>Values (CSV)</source>
        <translation>Werte (CSV)</translation>
    </message>
    <message>
        <source>Dashboard menu</source>
        <translation>Menü des Dashboards</translation>
    </message>
    <message>
        <source>Values of the axis by themselves again</source>
        <translation>Werte der Achse wieder von selbst</translation>
    </message>
    <message>
        <source>Back to the dashboard</source>
        <translation>Zurück zum Dashboard</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nichts zu wiederholen</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>Finish editing</source>
        <translation>Bearbeiten beenden</translation>
    </message>
    <message>
        <source>Edit dashboard</source>
        <translation>Dashboard bearbeiten</translation>
    </message>
    <message>
        <source>Add widget: %1</source>
        <translation>Widget hinzufügen: %1</translation>
    </message>
    <message>
        <source>Follow: back to now</source>
        <translation>Folgen: zurück zu jetzt</translation>
    </message>
    <message>
        <source>Export dashboard as PDF</source>
        <translation>Dashboard als PDF exportieren</translation>
    </message>
    <message>
        <source>Rename dashboard</source>
        <translation>Dashboard umbenennen</translation>
    </message>
    <message>
        <source>Duplicate dashboard</source>
        <translation>Dashboard duplizieren</translation>
    </message>
    <message>
        <source>Rename dashboard…</source>
        <translation>Dashboard umbenennen …</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Remove dashboard</source>
        <translation>Dashboard entfernen</translation>
    </message>
    <message>
        <source>Name of the dashboard</source>
        <translation>Name des Dashboards</translation>
    </message>
    <message>
        <source>%1, copy</source>
        <translation>%1, Kopie</translation>
    </message>
    <message>
        <source>Export as %1</source>
        <translation>Als %1 exportieren</translation>
    </message>
    <message>
        <source>the name must end in png, svg, pdf or csv</source>
        <translation>der Name muss auf png, svg, pdf oder csv enden</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
</context>
<context>
    <name>dash::DataList</name>
    <message>
        <source>Series and tables</source>
        <translation>Reihen und Tabellen</translation>
    </message>
</context>
<context>
    <name>dash::DataListModel</name>
    <message>
        <source>Just dropped</source>
        <translation>Gerade abgelegt</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihen</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
</context>
<context>
    <name>dash::DataPage</name>
    <message>
        <source>Drop or choose a file</source>
        <translation>Datei ablegen oder wählen</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Filter series and tables</source>
        <translation>Reihen und Tabellen filtern</translation>
    </message>
    <message>
        <source>Series and tables</source>
        <translation>Reihen und Tabellen</translation>
    </message>
    <message>
        <source>Choose series or table</source>
        <translation>Reihe oder Tabelle wählen</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>Drop a CSV, JSON or NDJSON file here, or press [Ctrl+O]</source>
        <translation>Hier eine CSV-, JSON- oder NDJSON-Datei ablegen oder [Ctrl+O] drücken</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Data (*.csv *.tsv *.txt *.json *.ndjson *.jsonl)</source>
        <translation>Daten (*.csv *.tsv *.txt *.json *.ndjson *.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Cache %1 of %2</source>
        <translation>Cache %1 von %2</translation>
    </message>
    <message>
        <source>What stays in the cache</source>
        <translation>Was im Cache bleibt</translation>
    </message>
    <message>
        <source>Keep points</source>
        <translation>Punkte behalten</translation>
    </message>
    <message>
        <source>At most on the disk</source>
        <translation>Höchstens auf der Festplatte</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>CSV exportieren</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>The oldest points of the largest series leave first</source>
        <translation>Zuerst gehen die ältesten Punkte der größten Reihe</translation>
    </message>
    <message>
        <source>%1 written to %2</source>
        <translation>%1 nach %2 geschrieben</translation>
    </message>
</context>
<context>
    <name>dash::Desktop</name>
    <message>
        <source>it could not be created.</source>
        <translation>er konnte nicht angelegt werden.</translation>
    </message>
    <message numerus="yes">
        <source>Dash closed unexpectedly %n times in a row, so no pipeline runs now. Nothing saved is lost.</source>
        <translation>
            <numerusform>Dash wurde %n-mal unerwartet beendet, daher läuft jetzt keine Pipeline. Nichts Gespeichertes ist verloren.</numerusform>
            <numerusform>Dash wurde %n-mal nacheinander unerwartet beendet, daher läuft jetzt keine Pipeline. Nichts Gespeichertes ist verloren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Safe mode: no pipeline runs now.</source>
        <translation>Sicherer Modus: Jetzt läuft keine Pipeline.</translation>
    </message>
    <message>
        <source>Run pipelines again</source>
        <translation>Pipelines wieder laufen lassen</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>läuft nicht</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>failed, tried again soon</source>
        <translation>fehlgeschlagen, bald neuer Versuch</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>New dashboard</source>
        <translation>Neues Dashboard</translation>
    </message>
    <message>
        <source>New pipeline</source>
        <translation>Neue Pipeline</translation>
    </message>
</context>
<context>
    <name>dash::Draft</name>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>%1 anhalten</translation>
    </message>
    <message>
        <source>Continue %1</source>
        <translation>%1 fortsetzen</translation>
    </message>
</context>
<context>
    <name>dash::DraftSummary</name>
    <message>
        <source>See changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Mend the error first</source>
        <translation>Zuerst den Fehler beheben</translation>
    </message>
    <message>
        <source>The draft is what runs</source>
        <translation>Der Entwurf ist, was läuft</translation>
    </message>
    <message>
        <source>Make the draft the running version</source>
        <translation>Entwurf zur laufenden Version machen</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>The running version goes on</source>
        <translation>Die laufende Version läuft weiter</translation>
    </message>
    <message>
        <source>Draft, not applied yet</source>
        <translation>Entwurf, noch nicht angewendet</translation>
    </message>
    <message>
        <source>version %1 is running</source>
        <translation>Version %1 läuft</translation>
    </message>
    <message>
        <source>nothing runs yet</source>
        <translation>noch läuft nichts</translation>
    </message>
    <message>
        <source>Your draft is saved. Version %1 keeps feeding the dashboards until this step works.</source>
        <translation>Der Entwurf ist gespeichert. Version %1 versorgt die Dashboards weiter, bis dieser Schritt funktioniert.</translation>
    </message>
    <message>
        <source>Your draft is saved. It can be applied as soon as this step works.</source>
        <translation>Der Entwurf ist gespeichert. Er kann angewendet werden, sobald dieser Schritt funktioniert.</translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation>Zeilen von %1</translation>
    </message>
    <message>
        <source>Changed values</source>
        <translation>Geänderte Werte</translation>
    </message>
    <message>
        <source>%1 of %2 in %3</source>
        <translation>%1 von %2 in %3</translation>
    </message>
    <message>
        <source>New fields</source>
        <translation>Neue Felder</translation>
    </message>
    <message>
        <source>Fields gone</source>
        <translation>Felder entfallen</translation>
    </message>
</context>
<context>
    <name>dash::DrawAsPicker</name>
    <message>
        <source>Draw as</source>
        <translation>Zeichnen als</translation>
    </message>
</context>
<context>
    <name>dash::DropVeil</name>
    <message>
        <source>Let go to chart it</source>
        <translation>Loslassen, um sie zu zeichnen</translation>
    </message>
    <message numerus="yes">
        <source>One file at a time: the first of %n</source>
        <translation>
            <numerusform>Eine Datei auf einmal: die erste von %n</numerusform>
            <numerusform>Eine Datei auf einmal: die erste von %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Time, numbers and labels are guessed, each one click to change</source>
        <translation>Zeit, Zahlen und Etiketten werden geraten, jedes mit einem Klick zu ändern</translation>
    </message>
</context>
<context>
    <name>dash::EditPanel</name>
    <message>
        <source>Average</source>
        <translation>Durchschnitt</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Niedrigster</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Höchster</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erster</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <source>Show rows</source>
        <translation>Zeilen zeigen</translation>
    </message>
    <message>
        <source>Settings of the selected widget</source>
        <translation>Einstellungen des gewählten Widgets</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln series</source>
        <translation>
            <numerusform>%Ln Reihe</numerusform>
            <numerusform>%Ln Reihen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts gewählt</translation>
    </message>
    <message>
        <source>Click a widget, or press N for the next one</source>
        <translation>Ein Widget anklicken oder N für das nächste drücken</translation>
    </message>
    <message>
        <source>Add series</source>
        <translation>Reihe hinzufügen</translation>
    </message>
    <message>
        <source>Draw as</source>
        <translation>Zeichnen als</translation>
    </message>
    <message>
        <source>Draw as %1</source>
        <translation>Als %1 zeichnen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Change unit</source>
        <translation>Einheit ändern</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Series %1</source>
        <translation>Reihe %1</translation>
    </message>
    <message>
        <source>Choose a series</source>
        <translation>Eine Reihe wählen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>New widget</source>
        <translation>Neues Widget</translation>
    </message>
    <message>
        <source>Choose series</source>
        <translation>Reihe wählen</translation>
    </message>
    <message>
        <source>Show series %1</source>
        <translation>Reihe %1 zeigen</translation>
    </message>
    <message>
        <source>Hide series %1</source>
        <translation>Reihe %1 ausblenden</translation>
    </message>
    <message>
        <source>Hide series</source>
        <translation>Reihe ausblenden</translation>
    </message>
    <message>
        <source>Show series</source>
        <translation>Reihe zeigen</translation>
    </message>
    <message>
        <source>Remove series %1</source>
        <translation>Reihe %1 entfernen</translation>
    </message>
    <message>
        <source>Remove series</source>
        <translation>Reihe entfernen</translation>
    </message>
    <message>
        <source>Remove filter</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Value of an interval</source>
        <translation>Wert eines Intervalls</translation>
    </message>
    <message>
        <source>Change aggregate</source>
        <translation>Zusammenfassung ändern</translation>
    </message>
    <message>
        <source>every</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>pixel</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>second</source>
        <translation>Sekunde</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>6 hours</source>
        <translation>6 Stunden</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Change interval</source>
        <translation>Intervall ändern</translation>
    </message>
    <message>
        <source>Name in the legend, such as {host}</source>
        <translation>Name in der Legende, etwa {host}</translation>
    </message>
    <message>
        <source>Name in the legend</source>
        <translation>Name in der Legende</translation>
    </message>
    <message>
        <source>Change legend</source>
        <translation>Legende ändern</translation>
    </message>
    <message>
        <source>Add filter</source>
        <translation>Filter hinzufügen</translation>
    </message>
    <message>
        <source>This series has no labels</source>
        <translation>Diese Reihe hat keine Labels</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>„%1“ ändern</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>von selbst</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Change title</source>
        <translation>Titel ändern</translation>
    </message>
    <message>
        <source>Beside the title</source>
        <translation>Neben dem Titel</translation>
    </message>
    <message>
        <source>Change words beside the title</source>
        <translation>Worte neben dem Titel ändern</translation>
    </message>
    <message>
        <source>Three digits</source>
        <translation>Drei Ziffern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decimal(s)</source>
        <translation>
            <numerusform>%Ln Nachkommastelle</numerusform>
            <numerusform>%Ln Nachkommastellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Change decimals</source>
        <translation>Nachkommastellen ändern</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Value of the threshold</source>
        <translation>Wert der Schwelle</translation>
    </message>
    <message>
        <source>Move threshold</source>
        <translation>Schwelle verschieben</translation>
    </message>
    <message>
        <source>Meaning of the threshold</source>
        <translation>Bedeutung der Schwelle</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Change threshold</source>
        <translation>Schwelle ändern</translation>
    </message>
    <message>
        <source>Remove threshold</source>
        <translation>Schwelle entfernen</translation>
    </message>
    <message>
        <source>Words on the line</source>
        <translation>Worte auf der Linie</translation>
    </message>
    <message>
        <source>Add threshold</source>
        <translation>Schwelle hinzufügen</translation>
    </message>
    <message>
        <source>By the unit</source>
        <translation>Nach der Einheit</translation>
    </message>
    <message>
        <source>First series only</source>
        <translation>Nur die erste Reihe</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>How several series become one number</source>
        <translation>Wie aus mehreren Reihen eine Zahl wird</translation>
    </message>
    <message>
        <source>Change how series are combined</source>
        <translation>Zusammenfassung der Reihen ändern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln series as</source>
        <translation>
            <numerusform>%Ln Reihe als</numerusform>
            <numerusform>%Ln Reihen als</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln point(s)</source>
        <translation>
            <numerusform>%Ln Punkt</numerusform>
            <numerusform>%Ln Punkte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::ExpressionEditor</name>
    <message>
        <source>First row</source>
        <translation>Erste Zeile</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>dash::FieldsEditor</name>
    <message>
        <source>Choose fields</source>
        <translation>Felder wählen</translation>
    </message>
    <message>
        <source>Type a field, then Return</source>
        <translation>Feld eintippen, dann Eingabetaste</translation>
    </message>
    <message>
        <source>No fields arrive here yet</source>
        <translation>Hier kommen noch keine Felder an</translation>
    </message>
    <message>
        <source>Field %1</source>
        <translation>Feld %1</translation>
    </message>
</context>
<context>
    <name>dash::FilePanel</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>We read it as</source>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Draw as</source>
        <translation>Zeichnen als</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Erste Zeilen</translation>
    </message>
    <message>
        <source>What next?</source>
        <translation>Wie weiter?</translation>
    </message>
    <message>
        <source>Keep as pipeline</source>
        <translation>Als Pipeline behalten</translation>
    </message>
    <message>
        <source>Watches the file and adds new rows</source>
        <translation>Beobachtet die Datei und fügt neue Zeilen hinzu</translation>
    </message>
    <message>
        <source>Put on a dashboard</source>
        <translation>Auf ein Dashboard setzen</translation>
    </message>
    <message>
        <source>A new dashboard with this chart</source>
        <translation>Ein neues Dashboard mit diesem Diagramm</translation>
    </message>
    <message>
        <source>Keep the rows only</source>
        <translation>Nur die Zeilen behalten</translation>
    </message>
    <message>
        <source>Stores a table, no series</source>
        <translation>Speichert eine Tabelle, keine Reihen</translation>
    </message>
    <message>
        <source>Stays on this computer</source>
        <translation>Bleibt auf diesem Computer</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Decimal comma</source>
        <translation>Dezimalkomma</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 Zeilen/s</translation>
    </message>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>noch %n s</numerusform>
            <numerusform>noch %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>Label hinzufügen</translation>
    </message>
    <message>
        <source>No time</source>
        <translation>Keine Zeit</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Zeit: %1</translation>
    </message>
    <message>
        <source>%1, day first</source>
        <translation>%1, Tag zuerst</translation>
    </message>
    <message>
        <source>%1, month first</source>
        <translation>%1, Monat zuerst</translation>
    </message>
    <message>
        <source>Day first</source>
        <translation>Tag zuerst</translation>
    </message>
    <message>
        <source>Month first</source>
        <translation>Monat zuerst</translation>
    </message>
    <message>
        <source>%1, charted</source>
        <translation>%1, gezeichnet</translation>
    </message>
    <message>
        <source>%1, not charted</source>
        <translation>%1, nicht gezeichnet</translation>
    </message>
    <message>
        <source>Label: %1</source>
        <translation>Label: %1</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>Keep “%1” as pipeline</source>
        <translation>„%1“ als Pipeline behalten</translation>
    </message>
    <message>
        <source>“%1” is watched from now on</source>
        <translation>„%1“ wird ab jetzt beobachtet</translation>
    </message>
    <message>
        <source>Put “%1” on a dashboard</source>
        <translation>„%1“ auf ein Dashboard setzen</translation>
    </message>
    <message>
        <source>“%1” is no longer read. What was read is kept.</source>
        <translation>„%1“ wird nicht weiter gelesen. Gelesenes bleibt.</translation>
    </message>
    <message>
        <source>it is a folder. Drop a file from it.</source>
        <translation>es ist ein Ordner. Ziehe eine Datei daraus herein.</translation>
    </message>
    <message>
        <source>it is a device or a pipe, not a file.</source>
        <translation>es ist ein Gerät oder eine Pipe, keine Datei.</translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation>sie ist leer.</translation>
    </message>
    <message>
        <source>it is not text.</source>
        <translation>sie ist kein Text.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Stopped at %1. Nothing is kept.</source>
        <translation>Bei %1 angehalten. Nichts wurde behalten.</translation>
    </message>
    <message>
        <source>%1 of %2 lines</source>
        <translation>%1 von %2 Linien</translation>
    </message>
    <message>
        <source>%1, %2 rejected</source>
        <translation>%1, %2 abgelehnt</translation>
    </message>
    <message>
        <source>%1 in %2 s</source>
        <translation>%1 in %2 s</translation>
    </message>
    <message numerus="yes">
        <source>Stopped at %1. %Ln row(s) are kept.</source>
        <translation>
            <numerusform>Bei %1 angehalten. %Ln Zeile bleibt.</numerusform>
            <numerusform>Bei %1 angehalten. %Ln Zeilen bleiben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped at %1. %Ln point(s) are kept.</source>
        <translation>
            <numerusform>Bei %1 angehalten. %Ln Punkt bleibt.</numerusform>
            <numerusform>Bei %1 angehalten. %Ln Punkte bleiben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::FirstRunCard</name>
    <message>
        <source>This is your computer, live. Bring your own data whenever you like.</source>
        <translation>Das ist dieser Computer, live. Eigene Daten können jederzeit dazukommen.</translation>
    </message>
    <message>
        <source>Drop a file</source>
        <translation>Datei ablegen</translation>
    </message>
    <message>
        <source>Connect something</source>
        <translation>Etwas verbinden</translation>
    </message>
    <message>
        <source>Start from a template</source>
        <translation>Mit einer Vorlage beginnen</translation>
    </message>
    <message>
        <source>Hide this card</source>
        <translation>Diese Karte ausblenden</translation>
    </message>
    <message>
        <source>This is your computer, live.</source>
        <translation>Das ist dieser Computer, live.</translation>
    </message>
    <message>
        <source>Bring your own data whenever you like.</source>
        <translation>Eigene Daten können jederzeit dazukommen.</translation>
    </message>
</context>
<context>
    <name>dash::FollowChip</name>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Follow: back to now</source>
        <translation>Folgen: zurück zu jetzt</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message numerus="yes">
        <source>Follow, +%Ln point(s)</source>
        <translation>
            <numerusform>Folgen, +%Ln Punkt</numerusform>
            <numerusform>Folgen, +%Ln Punkte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::GridEditor</name>
    <message>
        <source>Dashboard being edited</source>
        <translation>Dashboard in Bearbeitung</translation>
    </message>
    <message>
        <source>Add a widget here</source>
        <translation>Hier ein Widget hinzufügen</translation>
    </message>
    <message>
        <source>or press W to choose one</source>
        <translation>oder W drücken, um eins zu wählen</translation>
    </message>
    <message>
        <source>Duplicate widget</source>
        <translation>Widget duplizieren</translation>
    </message>
    <message>
        <source>Remove widget</source>
        <translation>Widget entfernen</translation>
    </message>
    <message>
        <source>%1: column %2, row %3, %4 × %5 cells</source>
        <translation>%1: Spalte %2, Zeile %3, %4 × %5 Zellen</translation>
    </message>
</context>
<context>
    <name>dash::HelpPage</name>
    <message>
        <source>What is a pipeline</source>
        <translation>Was ist eine Pipeline</translation>
    </message>
    <message>
        <source>A pipeline brings data in and makes it useful: a source reads, steps change what was read, outputs keep it as series or tables, or send it on.</source>
        <translation>Eine Pipeline holt Daten herein und macht sie nützlich: Eine Quelle liest, Schritte ändern das Gelesene, Ausgaben behalten es als Reihen oder Tabellen oder senden es weiter.</translation>
    </message>
    <message>
        <source>Rows are shown under every step while you type. A row that a step cannot use goes to the table “rejected” with the reason; nothing is lost, and it can be run again.</source>
        <translation>Unter jedem Schritt stehen schon beim Tippen die Zeilen. Eine Zeile, mit der ein Schritt nichts anfangen kann, kommt mit dem Grund in die Tabelle „abgelehnt“; nichts ist verloren, und sie kann noch einmal laufen.</translation>
    </message>
    <message>
        <source>What you edit is a draft. The version that runs changes when you choose Apply, and the difference in rows is shown before.</source>
        <translation>Bearbeitet wird ein Entwurf. Die laufende Version ändert sich erst mit „Anwenden“, und der Unterschied in den Zeilen wird vorher gezeigt.</translation>
    </message>
    <message>
        <source>What is a dashboard</source>
        <translation>Was ist ein Dashboard</translation>
    </message>
    <message>
        <source>A dashboard is a grid of widgets. Each one reads series and tables from the cache on this computer, so it looks the same live, offline and after a restart.</source>
        <translation>Ein Dashboard ist ein Raster aus Widgets. Jedes liest Reihen und Tabellen aus dem Cache auf diesem Computer; es sieht also live, offline und nach einem Neustart gleich aus.</translation>
    </message>
    <message>
        <source>Point at a chart to read it, drag it to look back, turn the wheel to zoom. “Follow” goes back to now. The line below a chart says how it was made and opens its pipeline.</source>
        <translation>Auf ein Diagramm zeigen, um es zu lesen, es ziehen, um zurückzublicken, das Rad drehen, um zu zoomen. „Folgen“ führt zurück zu jetzt. Die Zeile unter einem Diagramm sagt, wie es entstand, und öffnet seine Pipeline.</translation>
    </message>
    <message>
        <source>Where your data is</source>
        <translation>Wo die Daten sind</translation>
    </message>
    <message>
        <source>Everything is in the workspace folder: one file with what you made, one with the data. Saved means it is on the disk. Passwords and keys are in the keychain of the system, never in these files.</source>
        <translation>Alles liegt im Ordner des Arbeitsbereichs: eine Datei mit dem Selbstgemachten, eine mit den Daten. Gespeichert heißt: auf der Festplatte. Passwörter und Schlüssel liegen im Schlüsselbund des Systems, nie in diesen Dateien.</translation>
    </message>
    <message>
        <source>Finding things</source>
        <translation>Dinge finden</translation>
    </message>
    <message>
        <source>Find anything opens with %1: type a few letters of a name. Begin with &gt; for commands only, with # for series by label.</source>
        <translation>„Alles finden“ öffnet sich mit %1: ein paar Buchstaben eines Namens tippen. Mit &gt; beginnen für Befehle, mit # für Reihen nach Label.</translation>
    </message>
    <message>
        <source>Keys of the window</source>
        <translation>Tasten des Fensters</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keys of charts and while editing</source>
        <translation>Tasten für Diagramme und beim Bearbeiten</translation>
    </message>
    <message>
        <source>Functions of numbers</source>
        <translation>Funktionen für Zahlen</translation>
    </message>
    <message>
        <source>Functions of texts</source>
        <translation>Funktionen für Texte</translation>
    </message>
    <message>
        <source>Functions of times</source>
        <translation>Funktionen für Zeiten</translation>
    </message>
    <message>
        <source>Functions that choose</source>
        <translation>Funktionen, die wählen</translation>
    </message>
    <message>
        <source>Functions of lists and objects</source>
        <translation>Funktionen für Listen und Objekte</translation>
    </message>
</context>
<context>
    <name>dash::Inspector</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Choose a field</source>
        <translation>Feld wählen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Fields at this step</source>
        <translation>Felder bei diesem Schritt</translation>
    </message>
    <message>
        <source>Untitled pipeline</source>
        <translation>Pipeline ohne Namen</translation>
    </message>
    <message>
        <source>Pipeline, %1</source>
        <translation>Pipeline, %1</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <translation>%1, Schritt %2</translation>
    </message>
    <message>
        <source>There is no field “%1” here</source>
        <translation>Hier gibt es kein Feld „%1“</translation>
    </message>
    <message>
        <source>The step before</source>
        <translation>Der Schritt davor</translation>
    </message>
    <message>
        <source>%1 does not deliver it. Pick another field.</source>
        <translation>%1 liefert es nicht. Ein anderes Feld wählen.</translation>
    </message>
    <message>
        <source>%1 delivers %2. Rename it below or pick another field.</source>
        <translation>%1 liefert %2. Unten umbenennen oder ein anderes Feld wählen.</translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translation>„%1“ verwenden</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Change pipeline</source>
        <translation>Pipeline ändern</translation>
    </message>
    <message>
        <source>Rename step</source>
        <translation>Schritt umbenennen</translation>
    </message>
</context>
<context>
    <name>dash::KindList</name>
    <message>
        <source>Steps, sources and outputs</source>
        <translation>Schritte, Quellen und Ausgaben</translation>
    </message>
    <message>
        <source>Nothing is called that</source>
        <translation>Nichts heißt so</translation>
    </message>
</context>
<context>
    <name>dash::LegendBar</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1, ausgeblendet</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Show alone</source>
        <translation>Allein zeigen</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Sky</source>
        <translation>Himmelblau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>Brick</source>
        <translation>Ziegelrot</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>Schiefer</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Min to max</source>
        <translation>Min. bis Max.</translation>
    </message>
</context>
<context>
    <name>dash::LineEditor</name>
    <message>
        <source>30s, 5m, 1h</source>
        <translation>30s, 5m, 1h</translation>
    </message>
    <message>
        <source>64 KiB, 10 MB</source>
        <translation>64 KiB, 10 MB</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
</context>
<context>
    <name>dash::ListEditor</name>
    <message>
        <source>Add entry</source>
        <translation>Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove entry</source>
        <translation>Eintrag entfernen</translation>
    </message>
</context>
<context>
    <name>dash::MainWindow</name>
    <message>
        <source>My workspace</source>
        <translation>Mein Arbeitsbereich</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Alles finden</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Close Dash</source>
        <translation>Dash schließen</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is open. %n more were dropped.</source>
        <translation>
            <numerusform>„%1“ ist offen. %n weitere wurde hereingezogen.</numerusform>
            <numerusform>„%1“ ist offen. %n weitere wurden hereingezogen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the next one</source>
        <translation>Nächste öffnen</translation>
    </message>
</context>
<context>
    <name>dash::NavItem</name>
    <message>
        <source>open now</source>
        <translation>jetzt geöffnet</translation>
    </message>
    <message numerus="yes">
        <source>%n rejected row(s)</source>
        <translation>
            <numerusform>%n abgelehnte Zeile</numerusform>
            <numerusform>%n abgelehnte Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::NavRail</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Alles finden</translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation>Arbeitsbereich %1</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>auf diesem Computer</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>Speichert %1</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>tried again</source>
        <translation>neuer Versuch</translation>
    </message>
</context>
<context>
    <name>dash::OverviewStrip</name>
    <message>
        <source>All of time: arrows move the window</source>
        <translation>Die ganze Zeit: Pfeiltasten bewegen das Fenster</translation>
    </message>
    <message>
        <source>drag the window or its edges</source>
        <translation>Fenster oder seine Ränder ziehen</translation>
    </message>
</context>
<context>
    <name>dash::PairsEditor</name>
    <message>
        <source>Add label</source>
        <translation>Label hinzufügen</translation>
    </message>
    <message>
        <source>Add entry</source>
        <translation>Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Kind of value</source>
        <translation>Art des Werts</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>dash::ParameterForm</name>
    <message>
        <source>More settings</source>
        <translation>Mehr Einstellungen</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>Weniger Einstellungen</translation>
    </message>
</context>
<context>
    <name>dash::PipelineListPage</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Nächster Lauf</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>New pipeline</source>
        <translation>Neue Pipeline</translation>
    </message>
    <message>
        <source>Import file</source>
        <translation>Datei importieren</translation>
    </message>
    <message>
        <source>No pipelines yet</source>
        <translation>Noch keine Pipelines</translation>
    </message>
    <message>
        <source>Press [N] for a new one, or drop a definition here</source>
        <translation>[N] für eine neue drücken oder eine Definition hier ablegen</translation>
    </message>
    <message>
        <source>Import pipeline file</source>
        <translation>Pipeline-Datei importieren</translation>
    </message>
    <message>
        <source>Import pipeline</source>
        <translation>Pipeline importieren</translation>
    </message>
    <message>
        <source>Pipeline definitions (*.json)</source>
        <translation>Pipeline-Definitionen (*.json)</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 Kopie</translation>
    </message>
    <message>
        <source>Duplicate pipeline</source>
        <translation>Pipeline duplizieren</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Run once</source>
        <translation>Einmal ausführen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Pipelines</source>
        <translation>Pipelines</translation>
    </message>
</context>
<context>
    <name>dash::PipelineRow</name>
    <message>
        <source>Enabled</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Untitled pipeline</source>
        <translation>Pipeline ohne Namen</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Failed, tries again</source>
        <translation>Fehlgeschlagen, wird wiederholt</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>%1 enabled</source>
        <translation>%1 eingeschaltet</translation>
    </message>
    <message>
        <source>%1, %2, last run %3, %4 rejected</source>
        <translation>%1, %2, letzter Lauf %3, %4 abgelehnt</translation>
    </message>
</context>
<context>
    <name>dash::ProvenanceLine</name>
    <message>
        <source>Open pipeline</source>
        <translation>Pipeline öffnen</translation>
    </message>
    <message>
        <source>Made by %1</source>
        <translation>Erzeugt von %1</translation>
    </message>
</context>
<context>
    <name>dash::RowsPanel</name>
    <message>
        <source>Show only rows that contain</source>
        <translation>Nur Zeilen zeigen mit</translation>
    </message>
    <message>
        <source>No rows here yet</source>
        <translation>Hier noch keine Zeilen</translation>
    </message>
    <message>
        <source>They appear as soon as the source delivers.</source>
        <translation>Sie erscheinen, sobald die Quelle liefert.</translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation>Text bearbeiten</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Under the step</source>
        <translation>Unter dem Schritt</translation>
    </message>
    <message>
        <source>Keep these rows in view</source>
        <translation>Diese Zeilen im Blick behalten</translation>
    </message>
    <message>
        <source>Show only rows that contain words</source>
        <translation>Nur Zeilen mit diesen Worten zeigen</translation>
    </message>
    <message>
        <source>Rows in full size</source>
        <translation>Zeilen in voller Größe</translation>
    </message>
    <message>
        <source>Open step</source>
        <translation>Schritt öffnen</translation>
    </message>
    <message>
        <source>Run rows again</source>
        <translation>Zeilen erneut ausführen</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>Abgelehnte Zeilen</translation>
    </message>
    <message>
        <source>No row was rejected</source>
        <translation>Keine Zeile wurde abgelehnt</translation>
    </message>
    <message>
        <source>Rows that a step refuses are kept here with the reason.</source>
        <translation>Zeilen, die ein Schritt ablehnt, bleiben hier mit dem Grund.</translation>
    </message>
    <message>
        <source>Nothing is lost: these rows stay here until they pass or you delete them. Mend the step, then run them again.</source>
        <translation>Nichts ist verloren: Diese Zeilen bleiben hier, bis sie durchkommen oder gelöscht werden. Den Schritt beheben, dann erneut ausführen.</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>Noch kein Lauf</translation>
    </message>
    <message>
        <source>Apply the draft or run it once.</source>
        <translation>Den Entwurf anwenden oder einmal ausführen.</translation>
    </message>
    <message>
        <source>Choose a run to see what its input gives with another definition.</source>
        <translation>Einen Lauf wählen, um zu sehen, was seine Eingabe mit einer anderen Definition ergibt.</translation>
    </message>
    <message>
        <source>Replay as it ran</source>
        <translation>Nachspielen, wie es lief</translation>
    </message>
    <message>
        <source>Replay with draft</source>
        <translation>Mit dem Entwurf nachspielen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Rows after %1</source>
        <translation>Zeilen nach %1</translation>
    </message>
    <message>
        <source>Run %1 again</source>
        <translation>%1 erneut ausführen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>%1 of %2 · %3 ms</source>
        <translation>%1 von %2 · %3 ms</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Group by %1</source>
        <translation>Nach %1 gruppieren</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>%1 filtern</translation>
    </message>
    <message>
        <source>Keep only %1</source>
        <translation>Nur %1 behalten</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <translation>%1 weglassen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>%1 of %2 passed</source>
        <translation>%1 von %2 durchgelassen</translation>
    </message>
    <message>
        <source>Replaying the input of %1 …</source>
        <translation>Die Eingabe von %1 wird nachgespielt …</translation>
    </message>
    <message>
        <source>With the draft</source>
        <translation>Mit dem Entwurf</translation>
    </message>
    <message>
        <source>As it ran</source>
        <translation>Wie es lief</translation>
    </message>
    <message>
        <source>no output has rows</source>
        <translation>keine Ausgabe hat Zeilen</translation>
    </message>
    <message>
        <source>Delete the rejected rows</source>
        <translation>Die abgelehnten Zeilen löschen</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>Nothing has been received yet</source>
        <translation>Noch nichts empfangen</translation>
    </message>
    <message>
        <source>Send something to the address, or paste an example.</source>
        <translation>Sende etwas an die Adresse oder füge ein Beispiel ein.</translation>
    </message>
    <message>
        <source>Paste an example, or apply the draft and send something to the address.</source>
        <translation>Füge ein Beispiel ein, oder wende den Entwurf an und sende etwas an die Adresse.</translation>
    </message>
</context>
<context>
    <name>dash::RowsTable</name>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>No rows yet</source>
        <translation>Noch keine Zeilen</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>No row contains “%1”</source>
        <translation>Keine Zeile enthält „%1“</translation>
    </message>
    <message>
        <source>Row %1, %2: %3</source>
        <translation>Zeile %1, %2: %3</translation>
    </message>
</context>
<context>
    <name>dash::SecretEditor</name>
    <message>
        <source>Kept as %1</source>
        <translation>Abgelegt als %1</translation>
    </message>
    <message>
        <source>Kept in the keychain of this computer, never in the definition.</source>
        <translation>Liegt im Schlüsselbund dieses Computers, nie in der Definition.</translation>
    </message>
    <message>
        <source>Kept in the keychain as “%1”. Type to replace it.</source>
        <translation>Liegt im Schlüsselbund als „%1“. Tippen, um es zu ersetzen.</translation>
    </message>
    <message>
        <source>No keychain answers here: kept until Dash is closed.</source>
        <translation>Hier antwortet kein Schlüsselbund: bleibt, bis Dash geschlossen wird.</translation>
    </message>
</context>
<context>
    <name>dash::SeriesPanel</name>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Draw as</source>
        <translation>Zeichnen als</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV exportieren …</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Newest points</source>
        <translation>Neueste Punkte</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n Reihe</numerusform>
            <numerusform>%n Reihen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Delete series</source>
        <translation>Reihe löschen</translation>
    </message>
    <message>
        <source>Delete points</source>
        <translation>Punkte löschen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln point(s)</source>
        <translation>
            <numerusform>%Ln Punkt</numerusform>
            <numerusform>%Ln Punkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete “%1” with %Ln point(s)? This cannot be undone.</source>
        <translation>
            <numerusform>„%1“ mit %Ln Punkt löschen? Das lässt sich nicht rückgängig machen.</numerusform>
            <numerusform>„%1“ mit %Ln Punkten löschen? Das lässt sich nicht rückgängig machen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::SeriesTable</name>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Niedrigster</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Höchster</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>In view</source>
        <translation>Im Bild</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1, ausgeblendet</translation>
    </message>
    <message>
        <source>%1, before</source>
        <translation>%1, zuvor</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Series of the chart</source>
        <translation>Reihen des Diagramms</translation>
    </message>
    <message>
        <source>Space hides a series, Return shows it alone, S sorts by the column</source>
        <translation>Leertaste blendet eine Reihe aus, Eingabe zeigt sie allein, S sortiert nach der Spalte</translation>
    </message>
</context>
<context>
    <name>dash::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>System follows what the desktop is set to.</source>
        <translation>„System“ folgt der Einstellung des Desktops.</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Großzügig</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Compact shows more rows and smaller gaps.</source>
        <translation>„Kompakt“ zeigt mehr Zeilen und kleinere Abstände.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Nothing moves but the data. The system&apos;s own setting counts as well.</source>
        <translation>Nichts bewegt sich außer den Daten. Die Einstellung des Systems zählt ebenfalls.</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>Sprache des Systems</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Also decides how numbers and dates are written.</source>
        <translation>Bestimmt auch, wie Zahlen und Daten geschrieben werden.</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Dash %1</source>
        <translation>Dash %1</translation>
    </message>
    <message>
        <source>Built with Qt %1. Diagnostics hold versions and folders, no data and no secrets.</source>
        <translation>Gebaut mit Qt %1. Die Diagnose enthält Versionen und Ordner, keine Daten und keine Geheimnisse.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Data on this computer</source>
        <translation>Daten auf diesem Computer</translation>
    </message>
    <message>
        <source>Keep points</source>
        <translation>Punkte behalten</translation>
    </message>
    <message>
        <source>Older points leave the series; tables and pipelines stay.</source>
        <translation>Ältere Punkte verlassen die Reihen; Tabellen und Pipelines bleiben.</translation>
    </message>
    <message>
        <source>At most on the disk</source>
        <translation>Höchstens auf der Platte</translation>
    </message>
    <message>
        <source>The oldest points of the largest series leave first</source>
        <translation>Zuerst gehen die ältesten Punkte der größten Reihe</translation>
    </message>
</context>
<context>
    <name>dash::SinkBox</name>
    <message>
        <source>Pause deliveries</source>
        <translation>Lieferungen pausieren</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Exact bytes of the next delivery</source>
        <translation>Genaue Bytes der nächsten Lieferung</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Lieferungen</translation>
    </message>
    <message>
        <source>Nothing was sent yet</source>
        <translation>Noch wurde nichts gesendet</translation>
    </message>
    <message>
        <source>Next delivery, %1</source>
        <translation>Nächste Lieferung, %1</translation>
    </message>
    <message>
        <source>%1 waiting · %2 sent · %3 failed</source>
        <translation>%1 wartend · %2 gesendet · %3 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Continue deliveries</source>
        <translation>Lieferungen fortsetzen</translation>
    </message>
</context>
<context>
    <name>dash::StepPopup</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Find a step, source or output</source>
        <translation>Schritt, Quelle oder Ausgabe finden</translation>
    </message>
</context>
<context>
    <name>dash::StoppedPage</name>
    <message>
        <source>This workspace needs a newer Dash</source>
        <translation>Dieser Arbeitsbereich braucht ein neueres Dash</translation>
    </message>
    <message>
        <source>The workspace is damaged</source>
        <translation>Der Arbeitsbereich ist beschädigt</translation>
    </message>
    <message>
        <source>The workspace cannot be written</source>
        <translation>Der Arbeitsbereich ist nicht beschreibbar</translation>
    </message>
    <message>
        <source>The workspace is open elsewhere</source>
        <translation>Der Arbeitsbereich ist anderswo geöffnet</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Die Festplatte ist voll</translation>
    </message>
    <message>
        <source>The workspace cannot be opened</source>
        <translation>Der Arbeitsbereich lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Nothing in the folder was changed.</source>
        <translation>Im Ordner wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Erneut öffnen</translation>
    </message>
    <message>
        <source>Pipelines and dashboards are safe. With new data, pipelines fill it from now on; this file is kept beside it under another name.</source>
        <translation>Pipelines und Dashboards sind sicher. Neue Daten füllen die Pipelines von jetzt an; diese Datei bleibt daneben unter anderem Namen.</translation>
    </message>
    <message>
        <source>Start with new data</source>
        <translation>Mit neuen Daten beginnen</translation>
    </message>
</context>
<context>
    <name>dash::TablePanel</name>
    <message>
        <source>Export CSV…</source>
        <translation>CSV exportieren …</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Search these rows</source>
        <translation>Diese Zeilen durchsuchen</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Größte zuerst</translation>
    </message>
    <message>
        <source>Rows before</source>
        <translation>Zeilen davor</translation>
    </message>
    <message>
        <source>Rows after</source>
        <translation>Zeilen danach</translation>
    </message>
    <message>
        <source>No rows yet</source>
        <translation>Noch keine Zeilen</translation>
    </message>
    <message>
        <source>They appear with the pipeline&apos;s next run</source>
        <translation>Sie erscheinen mit dem nächsten Lauf der Pipeline</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>Kleinste zuerst</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>Order of arrival</source>
        <translation>Reihenfolge der Ankunft</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <translation>%1–%2 von %3</translation>
    </message>
    <message>
        <source>Delete table</source>
        <translation>Tabelle löschen</translation>
    </message>
    <message>
        <source>Delete rows</source>
        <translation>Zeilen löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete “%1” with %Ln row(s)? This cannot be undone.</source>
        <translation>
            <numerusform>„%1“ mit %Ln Zeile löschen? Das lässt sich nicht rückgängig machen.</numerusform>
            <numerusform>„%1“ mit %Ln Zeilen löschen? Das lässt sich nicht rückgängig machen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::TemplateDetails</name>
    <message numerus="yes">
        <source>1 pipeline, 1 dashboard, %n widget(s)</source>
        <translation>
            <numerusform>1 Pipeline, 1 Dashboard, %n Widget</numerusform>
            <numerusform>1 Pipeline, 1 Dashboard, %n Widgets</numerusform>
        </translation>
    </message>
    <message>
        <source>Sample data</source>
        <translation>Beispieldaten</translation>
    </message>
    <message>
        <source>Open with sample data</source>
        <translation>Mit Beispieldaten öffnen</translation>
    </message>
    <message>
        <source>Use my data</source>
        <translation>Eigene Daten verwenden</translation>
    </message>
    <message>
        <source>What you get</source>
        <translation>Was dabei ist</translation>
    </message>
    <message>
        <source>To use your data we ask for</source>
        <translation>Für eigene Daten wird gebraucht</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Kept in your keychain</source>
        <translation>Liegt im eigenen Schlüsselbund</translation>
    </message>
    <message>
        <source>It is tested live before anything is replaced. Until then the sample stays.</source>
        <translation>Es wird live geprüft, bevor etwas ersetzt wird. Bis dahin bleiben die Beispieldaten.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>“%1” opened with sample data</source>
        <translation>„%1“ mit Beispieldaten geöffnet</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Fill it in to go on</source>
        <translation>Ausfüllen, um fortzufahren</translation>
    </message>
    <message>
        <source>No keychain answers here: it is kept until Dash ends</source>
        <translation>Hier antwortet kein Schlüsselbund: bleibt, bis Dash endet</translation>
    </message>
    <message>
        <source>The source answered, but brought no rows.</source>
        <translation>Die Quelle hat geantwortet, aber keine Zeilen gebracht.</translation>
    </message>
    <message>
        <source>“%1” now reads your data</source>
        <translation>„%1“ liest jetzt eigene Daten</translation>
    </message>
</context>
<context>
    <name>dash::TemplatesPage</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Selling</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>Sensoren</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Search templates</source>
        <translation>Vorlagen durchsuchen</translation>
    </message>
    <message>
        <source>Kind of template</source>
        <translation>Art der Vorlage</translation>
    </message>
    <message>
        <source>Each one opens with sample data. Nothing leaves this computer.</source>
        <translation>Jede öffnet sich mit Beispieldaten. Nichts verlässt diesen Computer.</translation>
    </message>
    <message numerus="yes">
        <source>Search %n template(s)</source>
        <translation>
            <numerusform>%n Vorlage durchsuchen</numerusform>
            <numerusform>%n Vorlagen durchsuchen</numerusform>
        </translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>No template fits</source>
        <translation>Keine Vorlage passt</translation>
    </message>
    <message>
        <source>Search for another word</source>
        <translation>Suche nach einem anderen Wort</translation>
    </message>
</context>
<context>
    <name>dash::TextInput</name>
    <message>
        <source>Show what is typed</source>
        <translation>Eingabe zeigen</translation>
    </message>
</context>
<context>
    <name>dash::TextView</name>
    <message>
        <source>Definition as text</source>
        <translation>Definition als Text</translation>
    </message>
    <message>
        <source>The steps stay as the text last said.</source>
        <translation>Die Schritte bleiben, wie der Text sie zuletzt beschrieb.</translation>
    </message>
</context>
<context>
    <name>dash::TimeRangeControl</name>
    <message>
        <source>Back to the time before</source>
        <translation>Zurück zur Zeit davor</translation>
    </message>
    <message>
        <source>Forward to the time after</source>
        <translation>Weiter zur Zeit danach</translation>
    </message>
    <message>
        <source>Time shown: %1</source>
        <translation>Gezeigte Zeit: %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Show this time</source>
        <translation>Diese Zeit zeigen</translation>
    </message>
</context>
<context>
    <name>dash::TopBar</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>Hinauf zu %1</translation>
    </message>
</context>
<context>
    <name>dash::ValuesModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>%1, before</source>
        <translation>%1, zuvor</translation>
    </message>
</context>
<context>
    <name>dash::ValuesTable</name>
    <message>
        <source>%1 as a table</source>
        <translation>%1 als Tabelle</translation>
    </message>
</context>
<context>
    <name>dash::WidgetCard</name>
    <message>
        <source>Widget menu</source>
        <translation>Menü des Widgets</translation>
    </message>
    <message>
        <source>This version does not know the widget “%1”</source>
        <translation>Diese Version kennt das Widget „%1“ nicht</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>Volle Größe</translation>
    </message>
    <message>
        <source>Edit widget</source>
        <translation>Widget bearbeiten</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Open pipeline</source>
        <translation>Pipeline öffnen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Bild (PNG)</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>Zeichnung (SVG)</translation>
    </message>
    <message>
        <source>Document (PDF)</source>
        <translation>Dokument (PDF)</translation>
    </message>
    <message>
        <source>Values (CSV)</source>
        <translation>Werte (CSV)</translation>
    </message>
    <message>
        <source>Duplicate widget</source>
        <translation>Widget duplizieren</translation>
    </message>
    <message>
        <source>Remove widget</source>
        <translation>Widget entfernen</translation>
    </message>
    <message>
        <source>Change colour</source>
        <translation>Farbe ändern</translation>
    </message>
    <message>
        <source>Change which series are shown</source>
        <translation>Gezeigte Reihen ändern</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln series</source>
        <translation>
            <numerusform>Alle %Ln Reihen</numerusform>
            <numerusform>Alle %Ln Reihen</numerusform>
        </translation>
    </message>
    <message>
        <source>Top 5 and the rest</source>
        <translation>Die 5 höchsten und der Rest</translation>
    </message>
</context>
</TS>
