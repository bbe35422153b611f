<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_EG">
<context>
    <name>CacheFields</name>
    <message>
        <source>For ever</source>
        <translation>إلى الأبد</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 أيام</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 يومًا</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 يومًا</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>سنة</translation>
    </message>
    <message>
        <source>Three years</source>
        <translation>ثلاث سنوات</translation>
    </message>
</context>
<context>
    <name>Cell</name>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Yes/no</source>
        <translation>نعم/لا</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>عدد صحيح</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>Decimal</source>
        <translation>عدد عشري</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>وقت</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <translation>
            <numerusform>لا أخرى</numerusform>
            <numerusform>واحدة أخرى</numerusform>
            <numerusform>اثنتان أخريان</numerusform>
            <numerusform>%Ln أخرى</numerusform>
            <numerusform>%Ln أخرى</numerusform>
            <numerusform>%Ln أخرى</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other(s), average</source>
        <translation>
            <numerusform>لا أخرى</numerusform>
            <numerusform>واحدة أخرى، المتوسط</numerusform>
            <numerusform>اثنتان أخريان، المتوسط</numerusform>
            <numerusform>%Ln أخرى، المتوسط</numerusform>
            <numerusform>%Ln أخرى، المتوسط</numerusform>
            <numerusform>%Ln أخرى، المتوسط</numerusform>
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
        <translation>NDJSON (سجل في كل سطر)</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>السلاسل</translation>
    </message>
    <message>
        <source>Keeps values over time, for charts.</source>
        <translation>يحتفظ بالقيم عبر الوقت، للرسوم البيانية.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>جدول</translation>
    </message>
    <message>
        <source>Keeps rows, for tables and exports.</source>
        <translation>يحتفظ بالصفوف، للجداول والتصدير.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Adds rows to a CSV or JSON file.</source>
        <translation>يضيف صفوفًا إلى ملف CSV أو JSON.</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Sends rows to an HTTP address; tries again until they are taken.</source>
        <translation>يرسل الصفوف إلى عنوان HTTP، ويعيد المحاولة حتى تُقبل.</translation>
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
        <translation>هذا الحاسوب</translation>
    </message>
    <message>
        <source>Processor, memory, disks and network of this computer.</source>
        <translation>معالج هذا الحاسوب وذاكرته وأقراصه وشبكته.</translation>
    </message>
    <message>
        <source>CSV, TSV, JSON, NDJSON or metrics from a file, a folder or a pattern such as logs/*.csv.</source>
        <translation>CSV أو TSV أو JSON أو NDJSON أو مقاييس من ملف أو مجلد أو نمط مثل logs/*.csv.</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Asks an address again and again, page by page, for what is new.</source>
        <translation>يسأل عنوانًا مرة بعد مرة، صفحة صفحة، عن الجديد.</translation>
    </message>
    <message>
        <source>Prometheus metrics</source>
        <translation>مقاييس Prometheus</translation>
    </message>
    <message>
        <source>Reads the metrics page of an exporter or service.</source>
        <translation>يقرأ صفحة مقاييس مُصدِّر أو خدمة.</translation>
    </message>
    <message>
        <source>Sample data</source>
        <translation>بيانات تجريبية</translation>
    </message>
    <message>
        <source>Made-up rows that show what a pipeline does, until yours replace them.</source>
        <translation>صفوف مصطنعة تبيّن ما يفعله خط المعالجة حتى تحل صفوفك محلها.</translation>
    </message>
    <message>
        <source>Remove duplicates</source>
        <translation>إزالة التكرار</translation>
    </message>
    <message>
        <source>Lets each key through once, also across runs and restarts.</source>
        <translation>يسمح بمرور كل مفتاح مرة، حتى عبر مرات التشغيل وإعادة البدء.</translation>
    </message>
    <message>
        <source>Derive fields</source>
        <translation>اشتقاق حقول</translation>
    </message>
    <message>
        <source>Computes new fields from those that arrive.</source>
        <translation>يحسب حقولًا جديدة من الواصلة.</translation>
    </message>
    <message>
        <source>Explode list</source>
        <translation>تفكيك القائمة</translation>
    </message>
    <message>
        <source>Makes a row of each entry of a list; the other fields are kept.</source>
        <translation>يصنع صفًا من كل مدخل في قائمة، وتبقى الحقول الأخرى.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Keeps the rows for which a condition holds.</source>
        <translation>يحتفظ بالصفوف التي يتحقق فيها شرط.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>تجميع</translation>
    </message>
    <message>
        <source>Sums, counts, averages and more over equal fields and spans of time.</source>
        <translation>مجاميع وأعداد ومتوسطات وغيرها على حقول متساوية وفترات زمنية.</translation>
    </message>
    <message>
        <source>Parse time</source>
        <translation>قراءة الوقت</translation>
    </message>
    <message>
        <source>Reads a time from text or a number.</source>
        <translation>يقرأ وقتًا من نص أو عدد.</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>المعدّل</translation>
    </message>
    <message>
        <source>How fast a counter grows; a restart of the counter is seen.</source>
        <translation>سرعة نمو عداد؛ وتُلاحَظ إعادة بدء العداد.</translation>
    </message>
    <message>
        <source>Choose fields</source>
        <translation>اختيار الحقول</translation>
    </message>
    <message>
        <source>Keeps, renames, types and leaves out fields, also from inside JSON.</source>
        <translation>يحتفظ بالحقول ويعيد تسميتها ويحدد أنواعها ويستبعد غيرها، حتى من داخل JSON.</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>ترتيب</translation>
    </message>
    <message>
        <source>Orders the rows of a run; empty values come last.</source>
        <translation>يرتب صفوف التشغيل؛ القيم الفارغة في الآخر.</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>تحديد العدد</translation>
    </message>
    <message>
        <source>Lets the first rows of a run through.</source>
        <translation>يسمح بمرور الصفوف الأولى من التشغيل.</translation>
    </message>
    <message>
        <source>Compare periods</source>
        <translation>مقارنة الفترات</translation>
    </message>
    <message>
        <source>The value one period earlier, the difference and the percent, for each row.</source>
        <translation>القيمة قبل فترة والفرق والنسبة المئوية، لكل صف.</translation>
    </message>
    <message>
        <source>Running total</source>
        <translation>المجموع الجاري</translation>
    </message>
    <message>
        <source>Adds up row by row for each key, on and on across runs.</source>
        <translation>يجمع صفًا بعد صف لكل مفتاح، باستمرار عبر مرات التشغيل.</translation>
    </message>
    <message>
        <source>Fill gaps</source>
        <translation>ملء الفجوات</translation>
    </message>
    <message>
        <source>Adds the rows missing between the rows of one run, at every interval.</source>
        <translation>يضيف الصفوف الناقصة بين صفوف تشغيل واحد، عند كل فترة.</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>المال</translation>
    </message>
    <message>
        <source>Turns cents into amounts, or amounts into cents, by the currency&apos;s places.</source>
        <translation>يحوّل السنتات إلى مبالغ أو المبالغ إلى سنتات، حسب منازل العملة.</translation>
    </message>
    <message>
        <source>Top rows</source>
        <translation>أعلى الصفوف</translation>
    </message>
    <message>
        <source>Ranks rows by a number and keeps the first ones of each key.</source>
        <translation>يرتب الصفوف حسب عدد ويحتفظ بأوائل كل مفتاح.</translation>
    </message>
    <message>
        <source>Lists to rows</source>
        <translation>قوائم إلى صفوف</translation>
    </message>
    <message>
        <source>Makes rows of lists that stand side by side in an object, or of a table with a header.</source>
        <translation>يصنع صفوفًا من قوائم متجاورة في كائن، أو من جدول له سطر عناوين.</translation>
    </message>
    <message>
        <source>Rows that other programs send to an address of this computer.</source>
        <translation>صفوف ترسلها برامج أخرى إلى عنوان على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Web form</source>
        <translation>نموذج ويب</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Stopped before it was done. Nothing is lost.</source>
        <translation>توقف قبل أن يكتمل. لم يُفقد شيء.</translation>
    </message>
    <message>
        <source>Something went wrong inside Dash. Copy the details and report it.</source>
        <translation>حدث خطأ داخل Dash. انسخ التفاصيل وأبلغ عنه.</translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <source>{what} “{name}” does not exist.</source>
        <translation>{what} «{name}» غير موجود.</translation>
    </message>
    <message>
        <source>“{value}” does not fit {field}: {reason}</source>
        <translation>«{value}» لا يناسب {field}: {reason}</translation>
    </message>
    <message>
        <source>{file} could not be opened. Check that the folder exists and can be written.</source>
        <translation>تعذر فتح {file}. تحقق من وجود المجلد وإمكان الكتابة فيه.</translation>
    </message>
    <message>
        <source>{file} cannot be written. Check the folder&apos;s permissions.</source>
        <translation>لا يمكن الكتابة في {file}. تحقق من أذونات المجلد.</translation>
    </message>
    <message>
        <source>{file} is damaged. Dash keeps it untouched; restore a copy or start a new workspace.</source>
        <translation>الملف {file} تالف. يتركه Dash كما هو؛ استعد نسخة أو ابدأ مساحة عمل جديدة.</translation>
    </message>
    <message>
        <source>{file} was written by a newer Dash (version {found}, this one reads up to {known}). Update Dash.</source>
        <translation>كُتب {file} بواسطة Dash أحدث (الإصدار {found}، وهذا يقرأ حتى {known}). حدّث Dash.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing saved is lost; free some space and it goes on.</source>
        <translation>القرص ممتلئ. لم يُفقد شيء مما حُفظ؛ أفرغ بعض المساحة ليستمر العمل.</translation>
    </message>
    <message>
        <source>{file} is in use by another program. It is tried again.</source>
        <translation>الملف {file} قيد الاستخدام في برنامج آخر. تُعاد المحاولة.</translation>
    </message>
    <message>
        <source>{file} could not be read or written. Check the disk.</source>
        <translation>تعذرت قراءة {file} أو الكتابة فيه. افحص القرص.</translation>
    </message>
    <message>
        <source>The database refused the change.</source>
        <translation>رفضت قاعدة البيانات التغيير.</translation>
    </message>
    <message>
        <source>The workspace {folder} is open in another Dash. Close it there or use that window.</source>
        <translation>مساحة العمل {folder} مفتوحة في Dash آخر. أغلقها هناك أو استخدم تلك النافذة.</translation>
    </message>
    <message>
        <source>The workspace {folder} cannot be used: {reason}</source>
        <translation>لا يمكن استخدام مساحة العمل {folder}: {reason}</translation>
    </message>
    <message>
        <source>{series} holds {expected} values; {found} cannot be added to it.</source>
        <translation>تحوي {series} قيمًا من نوع {expected}؛ لا يمكن إضافة {found} إليها.</translation>
    </message>
    <message>
        <source>Text in a series is at most {limit} bytes; this one has {found}.</source>
        <translation>النص في السلسلة {limit} بايت على الأكثر؛ وهذا فيه {found}.</translation>
    </message>
    <message>
        <source>{value} does not fit {series}, which keeps {scale} decimal places.</source>
        <translation>{value} لا يناسب {series} التي تحتفظ بعدد {scale} من المنازل العشرية.</translation>
    </message>
    <message>
        <source>There is no series {series}.</source>
        <translation>لا توجد سلسلة {series}.</translation>
    </message>
    <message>
        <source>The time {value} is outside the years 1 to 9999.</source>
        <translation>الوقت {value} خارج السنوات من 1 إلى 9999.</translation>
    </message>
    <message>
        <source>A stored block of {series} is damaged and was set aside.</source>
        <translation>كتلة مخزنة من {series} تالفة ووُضعت جانبًا.</translation>
    </message>
    <message>
        <source>Column {column} of {table} holds {expected}; {found} cannot be stored in it.</source>
        <translation>العمود {column} في {table} يحوي {expected}؛ لا يمكن تخزين {found} فيه.</translation>
    </message>
    <message>
        <source>A row of {table} has no value for its key {column}.</source>
        <translation>صف في {table} بلا قيمة لمفتاحه {column}.</translation>
    </message>
    <message>
        <source>There is no table {table}.</source>
        <translation>لا يوجد جدول {table}.</translation>
    </message>
    <message>
        <source>This is not valid JSON (line {line}, column {column}): {reason}</source>
        <translation>هذا ليس JSON صالحًا (السطر {line}، العمود {column}): {reason}</translation>
    </message>
    <message>
        <source>This file was written by a newer Dash (format {found}, this one reads up to {known}). Update Dash.</source>
        <translation>كُتب هذا الملف بواسطة Dash أحدث (الصيغة {found}، وهذا يقرأ حتى {known}). حدّث Dash.</translation>
    </message>
    <message>
        <source>{step}: {field} {reason}</source>
        <translation>{step}: {field} {reason}</translation>
    </message>
    <message>
        <source>{step}: {field} is missing. {reason}</source>
        <translation>{step}: {field} ناقص. {reason}</translation>
    </message>
    <message>
        <source>{step}: there is no setting “{field}”. {reason}</source>
        <translation>{step}: لا يوجد إعداد «{field}». {reason}</translation>
    </message>
    <message>
        <source>{step}: “{type}” is not a known kind. {reason}</source>
        <translation>{step}: «{type}» ليس نوعًا معروفًا. {reason}</translation>
    </message>
    <message>
        <source>{step}: {reason}</source>
        <translation>{step}: {reason}</translation>
    </message>
    <message>
        <source>The definition is larger than {limit}. Split it into several pipelines.</source>
        <translation>التعريف أكبر من {limit}. قسّمه إلى عدة خطوط معالجة.</translation>
    </message>
    <message>
        <source>Character {position}: {reason}</source>
        <translation>الحرف {position}: {reason}</translation>
    </message>
    <message>
        <source>There is no field “{field}” here. {reason}</source>
        <translation>لا يوجد حقل «{field}» هنا. {reason}</translation>
    </message>
    <message>
        <source>There is no function “{function}”. {reason}</source>
        <translation>لا توجد دالة «{function}». {reason}</translation>
    </message>
    <message>
        <source>Character {position} of the path: {reason}</source>
        <translation>الحرف {position} من المسار: {reason}</translation>
    </message>
    <message>
        <source>{format}, line {line}: {reason}</source>
        <translation>{format}، السطر {line}: {reason}</translation>
    </message>
    <message>
        <source>The text is not {encoding}. Choose another encoding in the source&apos;s settings.</source>
        <translation>النص ليس {encoding}. اختر ترميزًا آخر في إعدادات المصدر.</translation>
    </message>
    <message>
        <source>The document is nested deeper than {limit} levels, deeper than Dash reads. Ask for a flatter one, or put the deep part into it as text.</source>
        <translation>المستند متداخل أعمق من {limit} مستوى، وهو أعمق مما يقرؤه Dash. اطلب مستندًا أكثر تسطّحًا، أو ضع الجزء العميق فيه كنص.</translation>
    </message>
    <message>
        <source>The answer is larger than {limit}. Ask for less or raise the limit.</source>
        <translation>الرد أكبر من {limit}. اطلب أقل أو ارفع الحد.</translation>
    </message>
    <message>
        <source>There are more than {limit} columns.</source>
        <translation>يوجد أكثر من {limit} عمود.</translation>
    </message>
    <message>
        <source>“{value}” is not a time in the form {format}.</source>
        <translation>«{value}» ليس وقتًا بالشكل {format}.</translation>
    </message>
    <message>
        <source>“{zone}” is not a known time zone, such as Europe/Berlin.</source>
        <translation>«{zone}» ليست منطقة زمنية معروفة، مثل Europe/Berlin.</translation>
    </message>
    <message>
        <source>{value} is too large or too small for {type}.</source>
        <translation>{value} أكبر أو أصغر مما يتسع له {type}.</translation>
    </message>
    <message>
        <source>{file} could not be opened: {reason}</source>
        <translation>تعذر فتح {file}: {reason}</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}</source>
        <translation>تعذرت الكتابة في {file}: {reason}</translation>
    </message>
    <message>
        <source>{host} could not be reached: {reason}. It is tried again.</source>
        <translation>تعذر الوصول إلى {host}: {reason}. تُعاد المحاولة.</translation>
    </message>
    <message>
        <source>{host} did not answer within {limit}.</source>
        <translation>لم يجب {host} خلال {limit}.</translation>
    </message>
    <message>
        <source>The connection to {host} is not safe: {reason}</source>
        <translation>الاتصال بـ {host} غير آمن: {reason}</translation>
    </message>
    <message>
        <source>{host} redirected more than {limit} times.</source>
        <translation>أعاد {host} التوجيه أكثر من {limit} مرة.</translation>
    </message>
    <message>
        <source>{host} answered {status}. {reason}</source>
        <translation>أجاب {host} بـ {status}. {reason}</translation>
    </message>
    <message>
        <source>Paging stopped: {reason}</source>
        <translation>توقف جلب الصفحات: {reason}</translation>
    </message>
    <message>
        <source>Port {port} on this computer could not be opened: {reason}</source>
        <translation>تعذر فتح المنفذ {port} على هذا الحاسوب: {reason}</translation>
    </message>
    <message>
        <source>{step}: the secret “{name}” is not set on this computer. Enter it in the step.</source>
        <translation>{step}: السر «{name}» غير معيّن على هذا الحاسوب. أدخله في الخطوة.</translation>
    </message>
    <message>
        <source>The keychain did not answer: {reason}</source>
        <translation>لم تجب سلسلة المفاتيح: {reason}</translation>
    </message>
    <message>
        <source>Stopped after {limit} of work in {step}. Narrow the data or raise the limit.</source>
        <translation>توقف بعد {limit} من العمل في {step}. ضيّق البيانات أو ارفع الحد.</translation>
    </message>
    <message>
        <source>Stopped: {step} made more than {limit} rows.</source>
        <translation>توقف: أنتجت {step} أكثر من {limit} صف.</translation>
    </message>
    <message>
        <source>Stopped: {step} needed more than {limit} of memory.</source>
        <translation>توقف: احتاجت {step} إلى أكثر من {limit} من الذاكرة.</translation>
    </message>
    <message>
        <source>This pipeline is already running.</source>
        <translation>خط المعالجة هذا يعمل بالفعل.</translation>
    </message>
    <message>
        <source>{step} failed: {reason}</source>
        <translation>أخفقت {step}: {reason}</translation>
    </message>
    <message>
        <source>The schedule “{value}” is not understood: {reason}</source>
        <translation>الجدول الزمني «{value}» غير مفهوم: {reason}</translation>
    </message>
    <message>
        <source>{step}: the receiver refused the delivery ({status}). {reason}</source>
        <translation>{step}: رفض المستلم التسليم ({status}). {reason}</translation>
    </message>
    <message>
        <source>{step}: the template is not understood at character {position}: {reason}</source>
        <translation>{step}: القالب غير مفهوم عند الحرف {position}: {reason}</translation>
    </message>
    <message>
        <source>Nothing has been received yet. Send something to the address or paste an example.</source>
        <translation>لم يصل شيء بعد. أرسل شيئًا إلى العنوان أو ألصق مثالًا.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>The export</source>
        <translation>التصدير</translation>
    </message>
    <message>
        <source>Made %1</source>
        <translation>أُنشئ %1</translation>
    </message>
    <message>
        <source>The picture would be too large</source>
        <translation>ستكون الصورة كبيرة جدًا</translation>
    </message>
</context>
<context>
    <name>Function</name>
    <message>
        <source>One value where the condition holds, the other where it does not.</source>
        <translation>قيمة حيث يتحقق الشرط، والأخرى حيث لا يتحقق.</translation>
    </message>
    <message>
        <source>The first value that is not empty.</source>
        <translation>أول قيمة غير فارغة.</translation>
    </message>
    <message>
        <source>Yes where there is no value.</source>
        <translation>نعم حيث لا قيمة.</translation>
    </message>
    <message>
        <source>The value, but empty where it equals the other.</source>
        <translation>القيمة، لكن فارغة حيث تساوي الأخرى.</translation>
    </message>
    <message>
        <source>Characters of a text, entries of a list or an object.</source>
        <translation>حروف نص، أو مداخل قائمة أو كائن.</translation>
    </message>
    <message>
        <source>The names in a JSON object, as a list.</source>
        <translation>الأسماء في كائن JSON، قائمةً.</translation>
    </message>
    <message>
        <source>Rounded half away from zero; without places to a whole number.</source>
        <translation>مقرّبًا، والأنصاف بعيدًا عن الصفر؛ بلا منازل إلى عدد صحيح.</translation>
    </message>
    <message>
        <source>The next smaller whole number.</source>
        <translation>العدد الصحيح الأصغر التالي.</translation>
    </message>
    <message>
        <source>The next larger whole number.</source>
        <translation>العدد الصحيح الأكبر التالي.</translation>
    </message>
    <message>
        <source>The number without its sign.</source>
        <translation>العدد بلا إشارته.</translation>
    </message>
    <message>
        <source>-1, 0 or 1.</source>
        <translation>-1 أو 0 أو 1.</translation>
    </message>
    <message>
        <source>The smallest of the values in this row.</source>
        <translation>أصغر القيم في هذا الصف.</translation>
    </message>
    <message>
        <source>The largest of the values in this row.</source>
        <translation>أكبر القيم في هذا الصف.</translation>
    </message>
    <message>
        <source>The remainder; it has the sign of the number.</source>
        <translation>الباقي؛ وله إشارة العدد.</translation>
    </message>
    <message>
        <source>The number to the power of the exponent.</source>
        <translation>العدد مرفوعًا إلى الأس.</translation>
    </message>
    <message>
        <source>The square root.</source>
        <translation>الجذر التربيعي.</translation>
    </message>
    <message>
        <source>e to the power of the number.</source>
        <translation>e مرفوعًا إلى العدد.</translation>
    </message>
    <message>
        <source>The logarithm; without a base the natural one.</source>
        <translation>اللوغاريتم؛ بلا أساس هو الطبيعي.</translation>
    </message>
    <message>
        <source>Text as a number; yes is 1, a time its milliseconds.</source>
        <translation>النص عددًا؛ نعم هي 1، والوقت ميلي ثوانيه.</translation>
    </message>
    <message>
        <source>An exact decimal, such as money; with places rounded to them.</source>
        <translation>عدد عشري دقيق، كالمال؛ ومع المنازل يُقرَّب إليها.</translation>
    </message>
    <message>
        <source>Any value as text.</source>
        <translation>أي قيمة نصًا.</translation>
    </message>
    <message>
        <source>The values joined to one text; empty ones add nothing.</source>
        <translation>القيم موصولة في نص واحد؛ الفارغة لا تضيف شيئًا.</translation>
    </message>
    <message>
        <source>In capital letters.</source>
        <translation>بالحروف الكبيرة.</translation>
    </message>
    <message>
        <source>In small letters.</source>
        <translation>بالحروف الصغيرة.</translation>
    </message>
    <message>
        <source>Without spaces at both ends.</source>
        <translation>بلا مسافات في الطرفين.</translation>
    </message>
    <message>
        <source>The first characters.</source>
        <translation>الحروف الأولى.</translation>
    </message>
    <message>
        <source>The last characters.</source>
        <translation>الحروف الأخيرة.</translation>
    </message>
    <message>
        <source>Characters from a position on, counted from 1.</source>
        <translation>حروف من موضع ما، بدءًا من 1.</translation>
    </message>
    <message>
        <source>Every occurrence replaced.</source>
        <translation>كل ورود مُستبدل.</translation>
    </message>
    <message>
        <source>Yes where the part occurs in the text.</source>
        <translation>نعم حيث يرد الجزء في النص.</translation>
    </message>
    <message>
        <source>Yes where the text begins with the part.</source>
        <translation>نعم حيث يبدأ النص بالجزء.</translation>
    </message>
    <message>
        <source>Yes where the text ends with the part.</source>
        <translation>نعم حيث ينتهي النص بالجزء.</translation>
    </message>
    <message>
        <source>One part of a separated text, counted from 1, from the end with -1.</source>
        <translation>جزء من نص مفصول، بدءًا من 1، ومن النهاية بـ -1.</translation>
    </message>
    <message>
        <source>Yes where the pattern occurs in the text.</source>
        <translation>نعم حيث يرد النمط في النص.</translation>
    </message>
    <message>
        <source>What the pattern, or a group of it, found.</source>
        <translation>ما وجده النمط أو مجموعة منه.</translation>
    </message>
    <message>
        <source>Every find of the pattern replaced.</source>
        <translation>كل ما وجده النمط مُستبدل.</translation>
    </message>
    <message>
        <source>The time of this run.</source>
        <translation>وقت هذا التشغيل.</translation>
    </message>
    <message>
        <source>Start of the hour, day, week, month … in a time zone.</source>
        <translation>بداية الساعة أو اليوم أو الأسبوع أو الشهر … في منطقة زمنية.</translation>
    </message>
    <message>
        <source>The time moved by so many units.</source>
        <translation>الوقت منقولًا بعدد من الوحدات.</translation>
    </message>
    <message>
        <source>Whole units between two times.</source>
        <translation>الوحدات الكاملة بين وقتين.</translation>
    </message>
    <message>
        <source>Text or a number read as a time.</source>
        <translation>نص أو عدد يُقرأ وقتًا.</translation>
    </message>
    <message>
        <source>A time as text.</source>
        <translation>وقت كنص.</translation>
    </message>
    <message>
        <source>The year.</source>
        <translation>السنة.</translation>
    </message>
    <message>
        <source>The month, 1 to 12.</source>
        <translation>الشهر، من 1 إلى 12.</translation>
    </message>
    <message>
        <source>The day of the month.</source>
        <translation>يوم الشهر.</translation>
    </message>
    <message>
        <source>The hour, 0 to 23.</source>
        <translation>الساعة، من 0 إلى 23.</translation>
    </message>
    <message>
        <source>The minute.</source>
        <translation>الدقيقة.</translation>
    </message>
    <message>
        <source>The second.</source>
        <translation>الثانية.</translation>
    </message>
    <message>
        <source>The day of the week, Monday is 1.</source>
        <translation>يوم الأسبوع، الاثنين هو 1.</translation>
    </message>
</context>
<context>
    <name>Parameter</name>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>How the bytes are read. Found out by itself unless chosen.</source>
        <translation>كيف تُقرأ البايتات. تُكتشف تلقائيًا ما لم تُختر.</translation>
    </message>
    <message>
        <source>Detect</source>
        <translation>اكتشاف</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>السجلات</translation>
    </message>
    <message>
        <source>Where the records are, such as $.data[*]. Empty: the list, or the object itself.</source>
        <translation>مكان السجلات، مثل $.data[*]. فارغ: القائمة أو الكائن نفسه.</translation>
    </message>
    <message>
        <source>Numbers with a fraction</source>
        <translation>الأعداد الكسرية</translation>
    </message>
    <message>
        <source>Exact decimals suit money; floating point suits measurements.</source>
        <translation>الأعداد العشرية الدقيقة تناسب المال، والفاصلة العائمة تناسب القياسات.</translation>
    </message>
    <message>
        <source>As they come</source>
        <translation>كما تصل</translation>
    </message>
    <message>
        <source>Exact decimals</source>
        <translation>أعداد عشرية دقيقة</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>What the series is called. Empty: like its value field.</source>
        <translation>اسم السلسلة. فارغ: مثل حقل قيمتها.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>وقت</translation>
    </message>
    <message>
        <source>When the value was true. Empty: the time of the run.</source>
        <translation>متى صحّت القيمة. فارغ: وقت التشغيل.</translation>
    </message>
    <message>
        <source>Rows hold</source>
        <translation>تحوي الصفوف</translation>
    </message>
    <message>
        <source>One field per series, or a field with the series&apos; name.</source>
        <translation>حقل لكل سلسلة، أو حقل فيه اسم السلسلة.</translation>
    </message>
    <message>
        <source>A field per series</source>
        <translation>حقل لكل سلسلة</translation>
    </message>
    <message>
        <source>Name and value</source>
        <translation>اسم وقيمة</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>القيم</translation>
    </message>
    <message>
        <source>Fields to keep. Empty: every number and yes/no field.</source>
        <translation>الحقول المحتفظ بها. فارغ: كل حقول الأعداد ونعم/لا.</translation>
    </message>
    <message>
        <source>Name field</source>
        <translation>حقل الاسم</translation>
    </message>
    <message>
        <source>The field that holds the series&apos; name.</source>
        <translation>الحقل الذي فيه اسم السلسلة.</translation>
    </message>
    <message>
        <source>Value field</source>
        <translation>حقل القيمة</translation>
    </message>
    <message>
        <source>The field that holds the value.</source>
        <translation>الحقل الذي فيه القيمة.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>التسميات</translation>
    </message>
    <message>
        <source>A series of its own for every combination of labels.</source>
        <translation>سلسلة مستقلة لكل مجموعة من التسميات.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>الوحدة</translation>
    </message>
    <message>
        <source>Such as EUR, ms or °C.</source>
        <translation>مثل EUR أو ms أو °C.</translation>
    </message>
    <message>
        <source>Kind of value</source>
        <translation>نوع القيمة</translation>
    </message>
    <message>
        <source>Fixed by the first point unless chosen here.</source>
        <translation>تحددها النقطة الأولى ما لم تُختر هنا.</translation>
    </message>
    <message>
        <source>As it arrives</source>
        <translation>كما يصل</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>عدد صحيح</translation>
    </message>
    <message>
        <source>Exact decimal</source>
        <translation>عدد عشري دقيق</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>نعم أو لا</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>What the table is called. Empty: the node&apos;s name.</source>
        <translation>اسم الجدول. فارغ: اسم الخطوة.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Fields to keep. Empty: all.</source>
        <translation>الحقول المحتفظ بها. فارغ: كلها.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Fields that tell rows apart; a row with the same key is updated.</source>
        <translation>الحقول التي تميّز الصفوف؛ يُحدَّث الصف ذو المفتاح نفسه.</translation>
    </message>
    <message>
        <source>New rows</source>
        <translation>الصفوف الجديدة</translation>
    </message>
    <message>
        <source>What happens to the rows that are already there.</source>
        <translation>ما يحدث للصفوف الموجودة أصلًا.</translation>
    </message>
    <message>
        <source>Update by key, else add</source>
        <translation>تحديث حسب المفتاح، وإلا إضافة</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Update by key</source>
        <translation>تحديث حسب المفتاح</translation>
    </message>
    <message>
        <source>Replace all with every run</source>
        <translation>استبدال الكل مع كل تشغيل</translation>
    </message>
    <message>
        <source>At most rows</source>
        <translation>أقصى عدد للصفوف</translation>
    </message>
    <message>
        <source>The oldest rows leave beyond this.</source>
        <translation>تُزال أقدم الصفوف بعد هذا الحد.</translation>
    </message>
    <message>
        <source>At most size</source>
        <translation>أقصى حجم</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Rows are added at its end. {date}, {month} or {hour} in the name starts a new file for each.</source>
        <translation>تُضاف الصفوف في آخره. وجود {date} أو {month} أو {hour} في الاسم يبدأ ملفًا جديدًا لكل منها.</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>A JSON row per line</source>
        <translation>صف JSON في كل سطر</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>الفاصل</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>فاصلة</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>فاصلة منقوطة</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>علامة جدولة</translation>
    </message>
    <message>
        <source>New file beyond</source>
        <translation>ملف جديد بعد</translation>
    </message>
    <message>
        <source>The full file is kept under a numbered name. Empty: one file.</source>
        <translation>يبقى الملف الممتلئ باسم مرقّم. فارغ: ملف واحد.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>In which {date} changes. Empty: the computer&apos;s.</source>
        <translation>التي يتغير فيها {date}. فارغ: منطقة الحاسوب.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Where the rows go, such as https://example.com/hook.</source>
        <translation>إلى أين تذهب الصفوف، مثل https://example.com/hook.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>الطريقة</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>المحتوى</translation>
    </message>
    <message>
        <source>How rows are written.</source>
        <translation>كيف تُكتب الصفوف.</translation>
    </message>
    <message>
        <source>JSON array of rows</source>
        <translation>مصفوفة JSON من الصفوف</translation>
    </message>
    <message>
        <source>One row per request</source>
        <translation>صف واحد لكل طلب</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>القالب</translation>
    </message>
    <message>
        <source>{{field}} for a value, {{#rows}} … {{/rows}} around what repeats for every row.</source>
        <translation>{{field}} لقيمة، و{{#rows}} … {{/rows}} حول ما يتكرر لكل صف.</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>الترويسات</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>رمز Bearer</translation>
    </message>
    <message>
        <source>Sent as “Authorization: Bearer …”.</source>
        <translation>يُرسل بصيغة «Authorization: Bearer …».</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>سر التوقيع</translation>
    </message>
    <message>
        <source>Signs every request as Standard Webhooks describe it.</source>
        <translation>يوقّع كل طلب كما تصفه Standard Webhooks.</translation>
    </message>
    <message>
        <source>Rows per request</source>
        <translation>الصفوف لكل طلب</translation>
    </message>
    <message>
        <source>Size per request</source>
        <translation>الحجم لكل طلب</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>المهلة</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>نوع المحتوى</translation>
    </message>
    <message>
        <source>Empty: JSON.</source>
        <translation>فارغ: JSON.</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>تكديس</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>معطّل</translation>
    </message>
    <message>
        <source>On</source>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>الفجوات</translation>
    </message>
    <message>
        <source>Leave empty</source>
        <translation>تركها فارغة</translation>
    </message>
    <message>
        <source>Leave empty over 5 min</source>
        <translation>تركها فارغة فوق 5 دقائق</translation>
    </message>
    <message>
        <source>Leave empty over 2 h</source>
        <translation>تركها فارغة فوق ساعتين</translation>
    </message>
    <message>
        <source>Leave empty over 1 day</source>
        <translation>تركها فارغة فوق يوم</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>وصلها</translation>
    </message>
    <message>
        <source>Show as zero</source>
        <translation>إظهارها صفرًا</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>المقارنة مع</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Previous period</source>
        <translation>الفترة السابقة</translation>
    </message>
    <message>
        <source>A day before</source>
        <translation>قبل يوم</translation>
    </message>
    <message>
        <source>A week before</source>
        <translation>قبل أسبوع</translation>
    </message>
    <message>
        <source>Lowest and highest</source>
        <translation>الأدنى والأعلى</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>وسيلة الإيضاح</translation>
    </message>
    <message>
        <source>Axis from</source>
        <translation>المحور من</translation>
    </message>
    <message>
        <source>Axis to</source>
        <translation>المحور إلى</translation>
    </message>
    <message>
        <source>More is better</source>
        <translation>الأكثر أفضل</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>الأدنى</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>الأعلى</translation>
    </message>
    <message>
        <source>Number shown</source>
        <translation>الرقم المعروض</translation>
    </message>
    <message>
        <source>Latest value</source>
        <translation>أحدث قيمة</translation>
    </message>
    <message>
        <source>Over the whole time shown</source>
        <translation>على كامل الوقت المعروض</translation>
    </message>
    <message>
        <source>Sparkline</source>
        <translation>خط مصغر</translation>
    </message>
    <message>
        <source>Beside the number</source>
        <translation>بجانب الرقم</translation>
    </message>
    <message>
        <source>{B} is the value of series B</source>
        <translation>{B} هي قيمة السلسلة B</translation>
    </message>
    <message>
        <source>Line below</source>
        <translation>السطر أسفله</translation>
    </message>
    <message>
        <source>{peak} and {peak_time} are the highest value and its time</source>
        <translation>{peak} و{peak_time} هما أعلى قيمة ووقتها</translation>
    </message>
    <message>
        <source>Rows as</source>
        <translation>الصفوف كـ</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>جدول</translation>
    </message>
    <message>
        <source>Meters</source>
        <translation>مؤشرات</translation>
    </message>
    <message>
        <source>Label with the name</source>
        <translation>التسمية التي فيها الاسم</translation>
    </message>
    <message>
        <source>Label with the path</source>
        <translation>التسمية التي فيها المسار</translation>
    </message>
    <message>
        <source>Markdown: # heading, **bold**, - list</source>
        <translation>Markdown: # عنوان، **عريض**، - قائمة</translation>
    </message>
    <message>
        <source>Recognised by itself</source>
        <translation>تُعرف تلقائيًا</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>يدويًا</translation>
    </message>
    <message>
        <source>At an interval</source>
        <translation>على فترات</translation>
    </message>
    <message>
        <source>At set times</source>
        <translation>في أوقات محددة</translation>
    </message>
    <message>
        <source>As data comes</source>
        <translation>عند وصول البيانات</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>كل</translation>
    </message>
    <message>
        <source>Such as 30s, 5m, 1h or 1d.</source>
        <translation>مثل 30s أو 5m أو 1h أو 1d.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>الأوقات</translation>
    </message>
    <message>
        <source>Minute, hour, day, month, weekday: 0 6 * * 1-5 is 6:00 on workdays.</source>
        <translation>الدقيقة، الساعة، اليوم، الشهر، يوم الأسبوع: 0 6 * * 1-5 تعني 6:00 من الاثنين إلى الجمعة.</translation>
    </message>
    <message>
        <source>Empty: the zone of this computer.</source>
        <translation>فارغ: منطقة هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Stays on this computer</source>
        <translation>يبقى على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Neither rows nor the definition are ever uploaded.</source>
        <translation>لا تُرفع الصفوف ولا التعريف أبدًا.</translation>
    </message>
    <message>
        <source>Longest run</source>
        <translation>أطول تشغيل</translation>
    </message>
    <message>
        <source>Work beyond this is stopped; waiting for a network does not count.</source>
        <translation>يتوقف العمل بعد هذا الحد؛ انتظار الشبكة لا يُحسب.</translation>
    </message>
    <message>
        <source>Most rows in a run</source>
        <translation>أكثر الصفوف في تشغيل</translation>
    </message>
    <message>
        <source>Most memory of a run</source>
        <translation>أكبر ذاكرة لتشغيل</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>الفاصل</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>خط عمودي</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>الصف الأول</translation>
    </message>
    <message>
        <source>Names of the columns</source>
        <translation>أسماء الأعمدة</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>الترميز</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>UTF-16, little endian</source>
        <translation>UTF-16, little endian</translation>
    </message>
    <message>
        <source>UTF-16, big endian</source>
        <translation>UTF-16, big endian</translation>
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
        <translation>علامة الكسر العشري</translation>
    </message>
    <message>
        <source>Point (1,234.5)</source>
        <translation>نقطة (1,234.5)</translation>
    </message>
    <message>
        <source>Comma (1.234,5)</source>
        <translation>فاصلة (1.234,5)</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>التواريخ</translation>
    </message>
    <message>
        <source>Day first (31/12/2026)</source>
        <translation>اليوم أولًا (31/12/2026)</translation>
    </message>
    <message>
        <source>Month first (12/31/2026)</source>
        <translation>الشهر أولًا (12/31/2026)</translation>
    </message>
    <message>
        <source>Of times that name none themselves.</source>
        <translation>للأوقات التي لا تذكرها بنفسها.</translation>
    </message>
    <message>
        <source>Rows to skip</source>
        <translation>أسطر للتخطي</translation>
    </message>
    <message>
        <source>Before the header. Empty: detect.</source>
        <translation>قبل سطر العناوين. فارغ: اكتشاف.</translation>
    </message>
    <message>
        <source>A file, a folder, or a name with * and ?.</source>
        <translation>ملف أو مجلد أو اسم فيه * و?.</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>متابعة القراءة</translation>
    </message>
    <message>
        <source>Reads on when lines are appended; notices when the file is replaced.</source>
        <translation>يتابع القراءة عند إضافة أسطر، ويلاحظ استبدال الملف.</translation>
    </message>
    <message>
        <source>The first line names the columns</source>
        <translation>السطر الأول يسمّي الأعمدة</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>مستخدم وكلمة مرور</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>مفتاح API</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>رمز</translation>
    </message>
    <message>
        <source>User</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Name of the key</source>
        <translation>اسم المفتاح</translation>
    </message>
    <message>
        <source>Sent in</source>
        <translation>يُرسل في</translation>
    </message>
    <message>
        <source>A header</source>
        <translation>ترويسة</translation>
    </message>
    <message>
        <source>The address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>One answer</source>
        <translation>رد واحد</translation>
    </message>
    <message>
        <source>Next link</source>
        <translation>رابط التالي</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>رقم الصفحة</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>الإزاحة</translation>
    </message>
    <message>
        <source>Cursor</source>
        <translation>المؤشر</translation>
    </message>
    <message>
        <source>Next link at</source>
        <translation>رابط التالي في</translation>
    </message>
    <message>
        <source>Path in the answer. Empty: the Link header.</source>
        <translation>مسار في الرد. فارغ: ترويسة Link.</translation>
    </message>
    <message>
        <source>Query parameter</source>
        <translation>معامل الاستعلام</translation>
    </message>
    <message>
        <source>That carries the page, offset or cursor. {page}, {offset} and {cursor} work anywhere else.</source>
        <translation>الذي يحمل الصفحة أو الإزاحة أو المؤشر. {page} و{offset} و{cursor} تعمل في أي مكان آخر.</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>الصفحة الأولى</translation>
    </message>
    <message>
        <source>Records a page</source>
        <translation>السجلات في الصفحة</translation>
    </message>
    <message>
        <source>Query parameter of the page&apos;s size</source>
        <translation>معامل الاستعلام لحجم الصفحة</translation>
    </message>
    <message>
        <source>Cursor from</source>
        <translation>المؤشر من</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>الرد</translation>
    </message>
    <message>
        <source>The last record</source>
        <translation>السجل الأخير</translation>
    </message>
    <message>
        <source>Cursor at</source>
        <translation>المؤشر في</translation>
    </message>
    <message>
        <source>A path ($.next_cursor), a header&apos;s name or a field.</source>
        <translation>مسار ($.next_cursor) أو اسم ترويسة أو حقل.</translation>
    </message>
    <message>
        <source>More pages while</source>
        <translation>صفحات أخرى ما دام</translation>
    </message>
    <message>
        <source>Path of a flag that is false on the last page.</source>
        <translation>مسار علامة تكون false في الصفحة الأخيرة.</translation>
    </message>
    <message>
        <source>Pages at most</source>
        <translation>أقصى عدد للصفحات</translation>
    </message>
    <message>
        <source>{now}, {cursor} and {last.field} are filled in.</source>
        <translation>تُملأ {now} و{cursor} و{last.field}.</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>الاستعلام</translation>
    </message>
    <message>
        <source>Only when changed</source>
        <translation>عند التغيّر فقط</translation>
    </message>
    <message>
        <source>Uses ETag and Last-Modified.</source>
        <translation>يستخدم ETag وLast-Modified.</translation>
    </message>
    <message>
        <source>Wait as long as the answer stays fresh</source>
        <translation>الانتظار ما دام الرد حديثًا</translation>
    </message>
    <message>
        <source>Header with the seconds to wait</source>
        <translation>الترويسة التي فيها ثواني الانتظار</translation>
    </message>
    <message>
        <source>Time for an answer</source>
        <translation>مهلة الرد</translation>
    </message>
    <message>
        <source>Size of an answer at most</source>
        <translation>أقصى حجم للرد</translation>
    </message>
    <message>
        <source>Such as http://localhost:9100/metrics</source>
        <translation>مثل http://localhost:9100/metrics</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>الصفوف</translation>
    </message>
    <message>
        <source>As CSV, JSON or NDJSON.</source>
        <translation>بصيغة CSV أو JSON أو NDJSON.</translation>
    </message>
    <message>
        <source>Name of a sample that comes with Dash</source>
        <translation>اسم عينة تأتي مع Dash</translation>
    </message>
    <message>
        <source>Move dates so that the last is now</source>
        <translation>نقل التواريخ ليصبح آخرها الآن</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>As it comes</source>
        <translation>كما يصل</translation>
    </message>
    <message>
        <source>Decimal</source>
        <translation>عدد عشري</translation>
    </message>
    <message>
        <source>Decimal, no places</source>
        <translation>عدد عشري بلا منازل</translation>
    </message>
    <message>
        <source>Decimal, 2 places</source>
        <translation>عدد عشري، منزلتان</translation>
    </message>
    <message>
        <source>Decimal, 3 places</source>
        <translation>عدد عشري، 3 منازل</translation>
    </message>
    <message>
        <source>Decimal, 4 places</source>
        <translation>عدد عشري، 4 منازل</translation>
    </message>
    <message>
        <source>Yes/no</source>
        <translation>نعم/لا</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Fields that tell rows apart; none: the whole row.</source>
        <translation>الحقول التي تميّز الصفوف؛ بلا حقول: الصف كله.</translation>
    </message>
    <message>
        <source>Let through</source>
        <translation>السماح بمرور</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>المفاتيح الجديدة</translation>
    </message>
    <message>
        <source>New and changed rows</source>
        <translation>الصفوف الجديدة والمتغيرة</translation>
    </message>
    <message>
        <source>Remember at most</source>
        <translation>أقصى ما يُتذكَّر</translation>
    </message>
    <message>
        <source>Forget after</source>
        <translation>النسيان بعد</translation>
    </message>
    <message>
        <source>Keys not seen for so long; empty: never.</source>
        <translation>المفاتيح التي لم تُرَ هذه المدة؛ فارغ: أبدًا.</translation>
    </message>
    <message>
        <source>A new field, or one to replace.</source>
        <translation>حقل جديد أو حقل يُستبدل.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>An expression such as (cents - fees) / 100.</source>
        <translation>تعبير مثل (cents - fees) / 100.</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>الحقول</translation>
    </message>
    <message>
        <source>Add a field with a name and a value.</source>
        <translation>أضف حقلًا باسم وقيمة.</translation>
    </message>
    <message>
        <source>List</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>A field with a list or object, or a path to one.</source>
        <translation>حقل فيه قائمة أو كائن، أو مسار إليه.</translation>
    </message>
    <message>
        <source>Into field</source>
        <translation>إلى الحقل</translation>
    </message>
    <message>
        <source>A field for each part of an entry</source>
        <translation>حقل لكل جزء من المدخل</translation>
    </message>
    <message>
        <source>Keep rows with an empty list</source>
        <translation>الاحتفاظ بصفوف القوائم الفارغة</translation>
    </message>
    <message>
        <source>Keep rows where</source>
        <translation>الاحتفاظ بالصفوف حيث</translation>
    </message>
    <message>
        <source>A condition over the fields, such as status = &quot;paid&quot;.</source>
        <translation>شرط على الحقول، مثل status = &quot;paid&quot;.</translation>
    </message>
    <message>
        <source>Leave the row out</source>
        <translation>استبعاد الصف</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>المجموع</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>المتوسط</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>الأصغر</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>الأكبر</translation>
    </message>
    <message>
        <source>First</source>
        <translation>الأول</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>الأخير</translation>
    </message>
    <message>
        <source>Different values</source>
        <translation>القيم المختلفة</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>الوسيط</translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation>المئين</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>Of field</source>
        <translation>من الحقل</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>حساب</translation>
    </message>
    <message>
        <source>Add at least one, such as the sum of a field.</source>
        <translation>أضف واحدًا على الأقل، مثل مجموع حقل.</translation>
    </message>
    <message>
        <source>By fields</source>
        <translation>حسب الحقول</translation>
    </message>
    <message>
        <source>By time of</source>
        <translation>حسب وقت</translation>
    </message>
    <message>
        <source>Empty: not by time.</source>
        <translation>فارغ: ليس حسب الوقت.</translation>
    </message>
    <message>
        <source>minute, 15m, hour, day, week, month, quarter or year.</source>
        <translation>minute أو 15m أو hour أو day أو week أو month أو quarter أو year.</translation>
    </message>
    <message>
        <source>Where days begin at midnight.</source>
        <translation>حيث تبدأ الأيام عند منتصف الليل.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>الشكل</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>اكتشاف</translation>
    </message>
    <message>
        <source>ISO 8601</source>
        <translation>ISO 8601</translation>
    </message>
    <message>
        <source>Seconds since 1970</source>
        <translation>ثوانٍ منذ 1970</translation>
    </message>
    <message>
        <source>Milliseconds since 1970</source>
        <translation>ميلي ثانية منذ 1970</translation>
    </message>
    <message>
        <source>Microseconds since 1970</source>
        <translation>ميكروثانية منذ 1970</translation>
    </message>
    <message>
        <source>Nanoseconds since 1970</source>
        <translation>نانوثانية منذ 1970</translation>
    </message>
    <message>
        <source>Mail and HTTP dates</source>
        <translation>تواريخ البريد وHTTP</translation>
    </message>
    <message>
        <source>Own form</source>
        <translation>شكل خاص</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Such as dd.MM.yyyy HH:mm or %d.%m.%Y %H:%M.</source>
        <translation>مثل dd.MM.yyyy HH:mm أو %d.%m.%Y %H:%M.</translation>
    </message>
    <message>
        <source>For times that carry no zone of their own.</source>
        <translation>للأوقات التي لا تحمل منطقة.</translation>
    </message>
    <message>
        <source>When the clock changes</source>
        <translation>عند تغيير الساعة</translation>
    </message>
    <message>
        <source>A local time that happens twice, or not at all.</source>
        <translation>وقت محلي يحدث مرتين أو لا يحدث.</translation>
    </message>
    <message>
        <source>The earlier one</source>
        <translation>الأسبق</translation>
    </message>
    <message>
        <source>The later one</source>
        <translation>الأحدث</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Empty: replaces the field.</source>
        <translation>فارغ: يستبدل الحقل.</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>العداد</translation>
    </message>
    <message>
        <source>For each</source>
        <translation>لكل</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>يعطي</translation>
    </message>
    <message>
        <source>Growth a second</source>
        <translation>النمو في الثانية</translation>
    </message>
    <message>
        <source>Growth since the last point</source>
        <translation>النمو منذ آخر نقطة</translation>
    </message>
    <message>
        <source>A field, or a path into one, such as order.customer.name.</source>
        <translation>حقل أو مسار داخله، مثل order.customer.name.</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>الاسم الجديد</translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation>الحقول الأخرى</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>استبعاد</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>الاحتفاظ</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>الاتجاه</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>الأصغر أولًا</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>الأكبر أولًا</translation>
    </message>
    <message>
        <source>By</source>
        <translation>حسب</translation>
    </message>
    <message>
        <source>If a row cannot be computed</source>
        <translation>إذا تعذر حساب صف</translation>
    </message>
    <message>
        <source>Reject with reason</source>
        <translation>رفض مع السبب</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>إيقاف التشغيل</translation>
    </message>
    <message>
        <source>Rows are found by their exact time: group by hour, day or month first.</source>
        <translation>تُطابَق الصفوف بوقتها الدقيق: جمّع أولًا حسب الساعة أو اليوم أو الشهر.</translation>
    </message>
    <message>
        <source>With the one before by</source>
        <translation>مع السابق بفارق</translation>
    </message>
    <message>
        <source>A span such as 15m, hour, day, 7d, month, quarter or year.</source>
        <translation>فترة مثل 15m أو hour أو day أو 7d أو month أو quarter أو year.</translation>
    </message>
    <message>
        <source>Keep rows with nothing before</source>
        <translation>الاحتفاظ بالصفوف التي لا سابق لها</translation>
    </message>
    <message>
        <source>Name the new fields after</source>
        <translation>تسمية الحقول الجديدة على اسم</translation>
    </message>
    <message>
        <source>Makes NAME_previous, NAME_change and NAME_percent. Empty: the number.</source>
        <translation>ينتج NAME_previous وNAME_change وNAME_percent. فارغ: العدد.</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>البدء من جديد</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>كل يوم</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>كل أسبوع</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>كل شهر</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>كل سنة</translation>
    </message>
    <message>
        <source>Rows must come in the order of this time.</source>
        <translation>يجب أن تصل الصفوف بترتيب هذا الوقت.</translation>
    </message>
    <message>
        <source>Fill with</source>
        <translation>الملء بـ</translation>
    </message>
    <message>
        <source>The value before</source>
        <translation>القيمة السابقة</translation>
    </message>
    <message>
        <source>A straight line</source>
        <translation>خط مستقيم</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>صفر</translation>
    </message>
    <message>
        <source>Fields to fill</source>
        <translation>الحقول المطلوب ملؤها</translation>
    </message>
    <message>
        <source>Empty: all.</source>
        <translation>فارغ: كلها.</translation>
    </message>
    <message>
        <source>From first to last</source>
        <translation>من الأول إلى الأخير</translation>
    </message>
    <message>
        <source>Row of the key</source>
        <translation>صف المفتاح</translation>
    </message>
    <message>
        <source>Row of all keys</source>
        <translation>صف كل المفاتيح</translation>
    </message>
    <message>
        <source>Carry on over runs</source>
        <translation>المتابعة عبر مرات التشغيل</translation>
    </message>
    <message>
        <source>For sources that deliver only new rows: the newest span of time and the one before go on where the last run stopped.</source>
        <translation>للمصادر التي لا توفّر إلا الصفوف الجديدة: تستمر أحدث فترة زمنية والتي قبلها من حيث توقف آخر تشغيل.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>التحويل</translation>
    </message>
    <message>
        <source>1250 into 12.50</source>
        <translation>1250 إلى 12.50</translation>
    </message>
    <message>
        <source>12.50 into 1250</source>
        <translation>12.50 إلى 1250</translation>
    </message>
    <message>
        <source>Currency is</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>The same in all rows</source>
        <translation>نفسها في كل الصفوف</translation>
    </message>
    <message>
        <source>In a field</source>
        <translation>في حقل</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>EUR and USD have 2 places, JPY none, KWD 3.</source>
        <translation>لكل من EUR وUSD منزلتان، وJPY بلا منازل، وKWD 3.</translation>
    </message>
    <message>
        <source>Field with the currency</source>
        <translation>حقل العملة</translation>
    </message>
    <message>
        <source>Empty: the field itself.</source>
        <translation>فارغ: الحقل نفسه.</translation>
    </message>
    <message>
        <source>The rest</source>
        <translation>الباقي</translation>
    </message>
    <message>
        <source>One row for all of it</source>
        <translation>صف واحد له كله</translation>
    </message>
    <message>
        <source>Field that names it</source>
        <translation>الحقل الذي يسمّيه</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>اسمه</translation>
    </message>
    <message>
        <source>Also add up</source>
        <translation>جمع أيضًا</translation>
    </message>
    <message>
        <source>The ranked number is added up anyway.</source>
        <translation>يُجمع عدد الترتيب في كل حال.</translation>
    </message>
    <message>
        <source>First comes</source>
        <translation>يأتي أولًا</translation>
    </message>
    <message>
        <source>The largest</source>
        <translation>الأكبر</translation>
    </message>
    <message>
        <source>The smallest</source>
        <translation>الأصغر</translation>
    </message>
    <message>
        <source>How many rows of each key; 0 keeps all.</source>
        <translation>عدد الصفوف لكل مفتاح؛ 0 يبقي الكل.</translation>
    </message>
    <message>
        <source>Rank into field</source>
        <translation>الرتبة في الحقل</translation>
    </message>
    <message>
        <source>Object or lines</source>
        <translation>كائن أو أسطر</translation>
    </message>
    <message>
        <source>A path such as $.hourly; $ is the row itself.</source>
        <translation>مسار مثل $.hourly؛ و$ هو الصف نفسه.</translation>
    </message>
    <message>
        <source>It holds</source>
        <translation>يحوي</translation>
    </message>
    <message>
        <source>A list for each field</source>
        <translation>قائمة لكل حقل</translation>
    </message>
    <message>
        <source>A list for each line</source>
        <translation>قائمة لكل سطر</translation>
    </message>
    <message>
        <source>Column names</source>
        <translation>أسماء الأعمدة</translation>
    </message>
    <message>
        <source>A path such as $.columns. Empty: the first line names the columns.</source>
        <translation>مسار مثل $.columns. فارغ: السطر الأول يسمّي الأعمدة.</translation>
    </message>
    <message>
        <source>If lengths differ</source>
        <translation>إذا اختلفت الأطوال</translation>
    </message>
    <message>
        <source>Put before the names</source>
        <translation>الوضع قبل الأسماء</translation>
    </message>
    <message>
        <source>Where a name is also one of the row&apos;s other fields.</source>
        <translation>حيث يكون الاسم اسمًا لحقل آخر في الصف.</translation>
    </message>
    <message>
        <source>Signed by the sender</source>
        <translation>موقَّع من المرسل</translation>
    </message>
    <message>
        <source>Requests with a wrong signature are refused.</source>
        <translation>تُرفض الطلبات ذات التوقيع الخاطئ.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Standard Webhooks</source>
        <translation>Standard Webhooks</translation>
    </message>
    <message>
        <source>As Stripe does</source>
        <translation>كما في Stripe</translation>
    </message>
    <message>
        <source>HMAC-SHA256, hexadecimal (GitHub)</source>
        <translation>HMAC-SHA256، ست عشري (GitHub)</translation>
    </message>
    <message>
        <source>HMAC-SHA256, base64 (Shopify)</source>
        <translation>HMAC-SHA256، ‏base64 (Shopify)</translation>
    </message>
    <message>
        <source>A changed secret counts when the pipeline starts again.</source>
        <translation>يسري السر المتغير عند بدء خط المعالجة من جديد.</translation>
    </message>
    <message>
        <source>Header of the signature</source>
        <translation>ترويسة التوقيع</translation>
    </message>
    <message>
        <source>Empty: the one Stripe, GitHub or Shopify uses.</source>
        <translation>فارغ: الترويسة التي يستخدمها Stripe أو GitHub أو Shopify.</translation>
    </message>
    <message>
        <source>Oldest signed time</source>
        <translation>أقدم وقت موقَّع</translation>
    </message>
    <message>
        <source>An older request may be a replay and is refused.</source>
        <translation>قد يكون الطلب الأقدم إعادة إرسال، لذا يُرفض.</translation>
    </message>
    <message>
        <source>Who knows it can send rows from this computer. Try it: curl --data-binary &apos;{&quot;value&quot;: 21.5}&apos; ADDRESS</source>
        <translation>من يعرفه يستطيع إرسال صفوف من هذا الحاسوب. للتجربة: curl --data-binary &apos;{&quot;value&quot;: 21.5}&apos; ADDRESS</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>مثال</translation>
    </message>
    <message>
        <source>A body as it will come, shown until the first request arrives.</source>
        <translation>محتوى كما سيصل، يُعرض حتى يصل أول طلب.</translation>
    </message>
    <message>
        <source>Delivery id</source>
        <translation>معرّف التسليم</translation>
    </message>
    <message>
        <source>A header or a path in the body ($.id); the same id is taken once only.</source>
        <translation>ترويسة أو مسار في المحتوى ($.id)؛ يُقبل المعرّف نفسه مرة واحدة فقط.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>المنفذ</translation>
    </message>
    <message>
        <source>Pipelines may share one.</source>
        <translation>يمكن لخطوط المعالجة أن تتشارك منفذًا.</translation>
    </message>
    <message>
        <source>Size of a request at most</source>
        <translation>أقصى حجم للطلب</translation>
    </message>
    <message>
        <source>A shorter page is the last. Empty: read until a page is empty.</source>
        <translation>الصفحة الأقصر هي الأخيرة. فارغ: تُقرأ حتى تأتي صفحة فارغة.</translation>
    </message>
    <message>
        <source>Series shown</source>
        <translation>السلاسل المعروضة</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Top 5 and the rest</source>
        <translation>أعلى 5 والبقية</translation>
    </message>
</context>
<context>
    <name>ParameterForm</name>
    <message>
        <source>This is needed.</source>
        <translation>هذا مطلوب.</translation>
    </message>
</context>
<context>
    <name>Provenance</name>
    <message>
        <source>every second</source>
        <translation>كل ثانية</translation>
    </message>
    <message>
        <source>every minute</source>
        <translation>كل دقيقة</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>كل %1</translation>
    </message>
    <message>
        <source>as it comes</source>
        <translation>فور وصولها</translation>
    </message>
    <message>
        <source>run by hand</source>
        <translation>يُشغَّل يدويًا</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>%1 %2 has %3 days</source>
        <translation>%1 %2 فيه %3 يومًا</translation>
    </message>
    <message>
        <source>%1 cannot be compared with %2.%3</source>
        <translation>لا يمكن مقارنة %1 مع %2.%3</translation>
    </message>
    <message>
        <source>%1 delivers %2.</source>
        <translation>%1 يقدّم %2.</translation>
    </message>
    <message>
        <source>%1 delivers no fields.</source>
        <translation>%1 لا يقدّم أي حقول.</translation>
    </message>
    <message>
        <source>%1 does not fit a decimal of 38 digits and 18 places.</source>
        <translation>%1 لا يتسع له عدد عشري من 38 رقمًا و18 منزلة.</translation>
    </message>
    <message>
        <source>%1 is not a whole number of minor units</source>
        <translation>%1 ليس عددًا صحيحًا من الوحدات الصغرى</translation>
    </message>
    <message>
        <source>%1 is not a whole number of the smallest unit of %2</source>
        <translation>%1 ليس عددًا صحيحًا من أصغر وحدة لـ %2</translation>
    </message>
    <message>
        <source>%1 needs a number here; this is %2.%3</source>
        <translation>%1 يحتاج هنا إلى عدد؛ هذا %2.%3</translation>
    </message>
    <message>
        <source> Join texts with &amp; or read it with number().</source>
        <translation> اجمع النصوص بـ &amp; أو اقرأها بـ number().</translation>
    </message>
    <message>
        <source> Read it with number().</source>
        <translation> اقرأه بـ number().</translation>
    </message>
    <message>
        <source> Read the text with number(), or write the number in quotes.</source>
        <translation> اقرأ النص بـ number() أو اكتب العدد بين علامتي اقتباس.</translation>
    </message>
    <message>
        <source>. or [ is expected</source>
        <translation>يُنتظر . أو [</translation>
    </message>
    <message>
        <source>A condition is needed here, such as a &gt; 1; this is %1.</source>
        <translation>يلزم هنا شرط مثل a &gt; 1؛ هذا %1.</translation>
    </message>
    <message>
        <source>A field is missing after $: $.shop.</source>
        <translation>ينقص حقل بعد $: $.shop.</translation>
    </message>
    <message>
        <source>A field name is not closed; add the ].</source>
        <translation>اسم الحقل غير مغلق؛ أضف ].</translation>
    </message>
    <message>
        <source>A metrics address answers 200; most end in /metrics.</source>
        <translation>عنوان المقاييس يجيب بـ 200؛ معظمها ينتهي بـ /metrics.</translation>
    </message>
    <message>
        <source>A position or a name in quotes is needed between the brackets: items[0].</source>
        <translation>يلزم موضع أو اسم بين علامتي اقتباس داخل القوسين: items[0].</translation>
    </message>
    <message>
        <source>A time can take + or - with a span such as 5m, or - with another time; this is %1 and %2.</source>
        <translation>الوقت يقبل + أو - مع مدة مثل 5m أو - مع وقت آخر؛ هذان %1 و%2.</translation>
    </message>
    <message>
        <source>A time is needed here; this is %1. Make it one with parse_time().</source>
        <translation>يلزم هنا وقت؛ هذا %1. حوّله بـ parse_time().</translation>
    </message>
    <message>
        <source>A value is missing before “%1”. A field of that name is written `%1`.</source>
        <translation>تنقص قيمة قبل «%1». حقل بهذا الاسم يُكتب `%1`.</translation>
    </message>
    <message>
        <source>A value is missing before “%1”.</source>
        <translation>تنقص قيمة قبل «%1».</translation>
    </message>
    <message>
        <source>A whole number is needed between the brackets.</source>
        <translation>يلزم عدد صحيح بين القوسين.</translation>
    </message>
    <message>
        <source>Add a node of kind “source”.</source>
        <translation>أضف مصدرًا.</translation>
    </message>
    <message>
        <source>Add an output, such as “series” or “table”.</source>
        <translation>أضف مخرجًا مثل سلسلة أو جدول.</translation>
    </message>
    <message>
        <source>An operator such as + or “and” is missing before “%1”.</source>
        <translation>ينقص عامل مثل + أو «and» قبل «%1».</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>تحقق من العنوان.</translation>
    </message>
    <message>
        <source>Check the key or password.</source>
        <translation>تحقق من المفتاح أو كلمة المرور.</translation>
    </message>
    <message>
        <source>Check the request&apos;s settings.</source>
        <translation>تحقق من إعدادات الطلب.</translation>
    </message>
    <message>
        <source>Choose the field for “%1”.</source>
        <translation>اختر الحقل لـ «%1».</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>هل تقصد «%1»؟</translation>
    </message>
    <message>
        <source>Division by zero.</source>
        <translation>قسمة على صفر.</translation>
    </message>
    <message>
        <source>Enter a value.</source>
        <translation>أدخل قيمة.</translation>
    </message>
    <message>
        <source>It asks for fewer requests and is tried again later.</source>
        <translation>يطلب عددًا أقل من الطلبات؛ يُعاد لاحقًا.</translation>
    </message>
    <message>
        <source>It takes %1.</source>
        <translation>يقبل %1.</translation>
    </message>
    <message>
        <source>It takes no settings; remove it.</source>
        <translation>لا إعدادات له؛ احذفها.</translation>
    </message>
    <message>
        <source>Not a time: %1.</source>
        <translation>ليس وقتًا: %1.</translation>
    </message>
    <message>
        <source>Remove it or check its spelling.</source>
        <translation>احذفه أو تحقق من كتابته.</translation>
    </message>
    <message>
        <source>Text or a number is needed here; this is %1.</source>
        <translation>يلزم هنا نص أو عدد؛ هذا %1.</translation>
    </message>
    <message>
        <source>The bytes fit no known format; choose one.</source>
        <translation>البيانات لا توافق أي صيغة معروفة؛ اختر واحدة.</translation>
    </message>
    <message>
        <source>The expression ends too early; a value is missing.</source>
        <translation>ينتهي التعبير مبكرًا؛ تنقص قيمة.</translation>
    </message>
    <message>
        <source>The expression is empty. Write a value, such as a field&apos;s name.</source>
        <translation>التعبير فارغ. اكتب قيمة مثل اسم حقل.</translation>
    </message>
    <message>
        <source>The expression is longer than 16 384 characters. Split it over several fields.</source>
        <translation>التعبير أطول من 16384 حرفًا. وزّعه على عدة حقول.</translation>
    </message>
    <message>
        <source>The expression is nested too deeply. Split it over several fields.</source>
        <translation>التعبير متداخل بعمق زائد. وزّعه على عدة حقول.</translation>
    </message>
    <message>
        <source>The expression is too long. Split it over several fields.</source>
        <translation>التعبير طويل جدًا. وزّعه على عدة حقول.</translation>
    </message>
    <message>
        <source>The fault is on its side. It is tried again.</source>
        <translation>الخطأ من جهته. تُعاد المحاولة.</translation>
    </message>
    <message>
        <source>The key may not read this.</source>
        <translation>لا يحق للمفتاح قراءة هذا.</translation>
    </message>
    <message>
        <source>The list of functions shows what there is.</source>
        <translation>قائمة الدوال تبيّن المتاح.</translation>
    </message>
    <message>
        <source>The logarithm needs a number and a base above zero.</source>
        <translation>اللوغاريتم يحتاج إلى عدد وأساس أكبر من الصفر.</translation>
    </message>
    <message>
        <source>The name of a part is missing after the dot.</source>
        <translation>ينقص اسم الجزء بعد النقطة.</translation>
    </message>
    <message>
        <source>The number of places is a number from 0 to 18.</source>
        <translation>عدد المنازل من 0 إلى 18.</translation>
    </message>
    <message>
        <source>The number of places is written as a number here.</source>
        <translation>عدد المنازل يُكتب هنا رقمًا.</translation>
    </message>
    <message>
        <source>The pattern is wrong at its character %1: %2</source>
        <translation>النمط خاطئ عند الحرف %1: %2</translation>
    </message>
    <message>
        <source>The pattern takes too long on this text.</source>
        <translation>يستغرق النمط وقتًا طويلًا على هذا النص.</translation>
    </message>
    <message>
        <source>The result is too large for a decimal.</source>
        <translation>النتيجة أكبر من عدد عشري.</translation>
    </message>
    <message>
        <source>The number has more than 20 digits before the point. Name its places: decimal(value, 2).</source>
        <translation>للعدد أكثر من 20 رقمًا قبل الفاصلة. حدّد منازله: decimal(value, 2).</translation>
    </message>
    <message>
        <source>The result is too large for a decimal of 38 digits.</source>
        <translation>النتيجة أكبر من أن يسعها عدد عشري من 38 رقمًا.</translation>
    </message>
    <message>
        <source>The value is too large for a decimal.</source>
        <translation>القيمة أكبر من أن يسعها عدد عشري.</translation>
    </message>
    <message>
        <source>The result is too large for a whole number.</source>
        <translation>النتيجة أكبر من عدد صحيح.</translation>
    </message>
    <message>
        <source>The step before it delivers %1.</source>
        <translation>الخطوة السابقة تقدّم %1.</translation>
    </message>
    <message>
        <source>The step before it delivers no fields.</source>
        <translation>الخطوة السابقة لا تقدّم حقولًا.</translation>
    </message>
    <message>
        <source>The step before it</source>
        <translation>الخطوة السابقة</translation>
    </message>
    <message>
        <source>The text would be longer than 16 MB.</source>
        <translation>سيكون النص أطول من 16 MB.</translation>
    </message>
    <message>
        <source>The time is outside the years 1 to 9999.</source>
        <translation>الوقت خارج السنوات 1 إلى 9999.</translation>
    </message>
    <message>
        <source>The values to choose from differ in kind: %1 and %2.</source>
        <translation>القيم المتاحة مختلفة النوع: %1 و%2.</translation>
    </message>
    <message>
        <source>There are more than 100 cases. Split them over several fields.</source>
        <translation>أكثر من 100 حالة. وزّعها على عدة حقول.</translation>
    </message>
    <message>
        <source>There are more than 200 values in these brackets.</source>
        <translation>أكثر من 200 قيمة بين هذين القوسين.</translation>
    </message>
    <message>
        <source>This is %1, it has no parts.</source>
        <translation>هذا %1، لا أجزاء له.</translation>
    </message>
    <message>
        <source>Two comparisons in a row. Join them by “and”: a &lt; b and b &lt; c.</source>
        <translation>مقارنتان متتاليتان. اربطهما بـ and: ‏a &lt; b and b &lt; c.</translation>
    </message>
    <message>
        <source>Write “%1” instead of “%2”.</source>
        <translation>اكتب «%1» بدل «%2».</translation>
    </message>
    <message>
        <source>] is expected</source>
        <translation>يُنتظر ]</translation>
    </message>
    <message>
        <source>a header is one line</source>
        <translation>الترويسة سطر واحد</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>قائمة</translation>
    </message>
    <message>
        <source>a name is expected. Searching at any depth (..) is not possible here; use a step</source>
        <translation>يُنتظر اسم. البحث في أي عمق (..) غير ممكن هنا؛ استعمل خطوة</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>a path begins with $, such as $.data[*]</source>
        <translation>يبدأ المسار بـ $ مثل $.data[*]</translation>
    </message>
    <message>
        <source>a quote is not closed</source>
        <translation>علامة اقتباس غير مغلقة</translation>
    </message>
    <message>
        <source>a secret sent in a header is one line</source>
        <translation>السر المرسل في ترويسة سطر واحد</translation>
    </message>
    <message>
        <source>a time as in the rows before</source>
        <translation>وقت كما في الصفوف السابقة</translation>
    </message>
    <message>
        <source>an import reads files only</source>
        <translation>الاستيراد يقرأ الملفات فقط</translation>
    </message>
    <message>
        <source>an object in { } is expected</source>
        <translation>يُنتظر كائن بين { }</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>كائن</translation>
    </message>
    <message>
        <source>cannot be “%1”. Choose one of: %2.</source>
        <translation>لا يكون «%1». اختر من: %2.</translation>
    </message>
    <message>
        <source>cannot be “%1”. Did you mean “%2”?</source>
        <translation>لا يكون «%1». هل تقصد «%2»؟</translation>
    </message>
    <message>
        <source>comes too late: what is before %1 is closed</source>
        <translation>جاء متأخرًا: ما قبل %1 مغلق</translation>
    </message>
    <message>
        <source>decimal needs a number or text; this is %1.</source>
        <translation>decimal يحتاج إلى عدد أو نص؛ هذا %1.</translation>
    </message>
    <message>
        <source>form not known: “%1”</source>
        <translation>شكل غير معروف: «%1»</translation>
    </message>
    <message>
        <source>has a line of %1 cells under %2 column names</source>
        <translation>فيه سطر من %1 خلية تحت %2 اسم عمود</translation>
    </message>
    <message>
        <source>has a line that is not a list</source>
        <translation>فيه سطر ليس قائمة</translation>
    </message>
    <message>
        <source>has lists of different length: %1 with “%2”, %3 with “%4”</source>
        <translation>فيه قوائم مختلفة الطول: %1 مع «%2» و%3 مع «%4»</translation>
    </message>
    <message>
        <source>has more than 1000 entries.</source>
        <translation>فيه أكثر من 1000 مدخل.</translation>
    </message>
    <message>
        <source>has no currency beside it</source>
        <translation>لا عملة بجانبه</translation>
    </message>
    <message>
        <source>has no list of column names</source>
        <translation>لا قائمة بأسماء الأعمدة</translation>
    </message>
    <message>
        <source>has “%1” beside it, which is not a currency</source>
        <translation>بجانبه «%1» وليس عملة</translation>
    </message>
    <message>
        <source>holds %1, not a time</source>
        <translation>فيه %1 وليس وقتًا</translation>
    </message>
    <message>
        <source>holds %1, which is not a field name.</source>
        <translation>فيه %1 وليس اسم حقل.</translation>
    </message>
    <message>
        <source>holds %1; a number is needed. Type it with Choose fields first.</source>
        <translation>فيه %1؛ يلزم عدد. حدّد نوعه أولًا باختيار الحقول.</translation>
    </message>
    <message>
        <source>holds at most %1 nodes.</source>
        <translation>فيه %1 عقدة على الأكثر.</translation>
    </message>
    <message>
        <source>holds more than %1 fields. Choose a path that leads further in.</source>
        <translation>فيه أكثر من %1 حقل. اختر مسارًا أعمق.</translation>
    </message>
    <message>
        <source>is a duration such as 1m, 1h or 1d.</source>
        <translation>مدة مثل 1m أو 1h أو 1d.</translation>
    </message>
    <message>
        <source>is a list of objects.</source>
        <translation>قائمة كائنات.</translation>
    </message>
    <message>
        <source>is a list of texts.</source>
        <translation>قائمة نصوص.</translation>
    </message>
    <message>
        <source>is a list.</source>
        <translation>قائمة.</translation>
    </message>
    <message>
        <source>is a text in quotes.</source>
        <translation>نص بين علامتي اقتباس.</translation>
    </message>
    <message>
        <source>is a whole number from %1.</source>
        <translation>عدد صحيح ابتداءً من %1.</translation>
    </message>
    <message>
        <source>is an object in { }.</source>
        <translation>كائن بين { }.</translation>
    </message>
    <message>
        <source>is at least 100ms.</source>
        <translation>لا يقل عن 100ms.</translation>
    </message>
    <message>
        <source>is earlier than a period already begun; sort by time first</source>
        <translation>أقدم من فترة بدأت؛ رتّب حسب الوقت أولًا</translation>
    </message>
    <message>
        <source>is earlier than a point already used; sort by time first</source>
        <translation>أقدم من نقطة استُعملت؛ رتّب حسب الوقت أولًا</translation>
    </message>
    <message>
        <source>is empty and no number field arrives. Choose the fields to keep.</source>
        <translation>فارغ ولا يصل حقل عددي. اختر الحقول التي تبقى.</translation>
    </message>
    <message>
        <source>is empty, a key is needed</source>
        <translation>فارغ ويلزم مفتاح</translation>
    </message>
    <message>
        <source>is empty, a time is needed</source>
        <translation>فارغ ويلزم وقت</translation>
    </message>
    <message>
        <source>is empty.</source>
        <translation>فارغ.</translation>
    </message>
    <message>
        <source>is longer than 256 KiB. Shorten it.</source>
        <translation>أطول من 256 KiB. اختصره.</translation>
    </message>
    <message>
        <source>is not a list of lines</source>
        <translation>ليس قائمة أسطر</translation>
    </message>
    <message>
        <source>is not a time. Add Parse time before this step.</source>
        <translation>ليس وقتًا. أضف قراءة الوقت قبل هذه الخطوة.</translation>
    </message>
    <message>
        <source>is not a time. Add a “Parse time” step before this output.</source>
        <translation>ليس وقتًا. أضف خطوة قراءة الوقت قبل هذا المخرج.</translation>
    </message>
    <message>
        <source>is not an object with lists</source>
        <translation>ليس كائنًا فيه قوائم</translation>
    </message>
    <message>
        <source>is not in this row. Choose the time field again.</source>
        <translation>ليس في هذا الصف. اختر حقل الوقت من جديد.</translation>
    </message>
    <message>
        <source>is not in this row.</source>
        <translation>ليس في هذا الصف.</translation>
    </message>
    <message>
        <source>is source, step or output.</source>
        <translation>مصدر أو خطوة أو مخرج.</translation>
    </message>
    <message>
        <source>is too large for a whole number or decimal</source>
        <translation>أكبر من عدد صحيح أو عشري</translation>
    </message>
    <message>
        <source>is too large</source>
        <translation>أكبر من اللازم</translation>
    </message>
    <message>
        <source>is true or false.</source>
        <translation>إما true أو false.</translation>
    </message>
    <message>
        <source>is used twice; give each node its own.</source>
        <translation>مستعمل مرتين؛ أعط كل عقدة معرّفها.</translation>
    </message>
    <message>
        <source>it became shorter while it was read.</source>
        <translation>صار أقصر أثناء القراءة.</translation>
    </message>
    <message>
        <source>it begins with http:// or https:// and names a host</source>
        <translation>يبدأ بـ http:// أو https:// ويسمّي مضيفًا</translation>
    </message>
    <message>
        <source>it closed the connection before the answer was complete</source>
        <translation>أُغلق الاتصال قبل اكتمال الجواب</translation>
    </message>
    <message>
        <source>it is no CSV, TSV, JSON, NDJSON or OpenMetrics text</source>
        <translation>ليس نص CSV أو TSV أو JSON أو NDJSON أو OpenMetrics</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>متداخل بعمق زائد</translation>
    </message>
    <message>
        <source>it redirects to an address that is not encrypted</source>
        <translation>يحوّل إلى عنوان غير مشفّر</translation>
    </message>
    <message>
        <source>it was last used by an older Dash. Open it once in Dash.</source>
        <translation>استعمله آخر مرة إصدار أقدم من Dash. افتحه مرة في Dash.</translation>
    </message>
    <message>
        <source>makes a difference that is too large for a whole number or decimal</source>
        <translation>يعطي فرقًا أكبر من عدد صحيح أو عشري</translation>
    </message>
    <message>
        <source>makes a sum that is too large for a whole number or decimal</source>
        <translation>يعطي مجموعًا أكبر من عدد صحيح أو عشري</translation>
    </message>
    <message>
        <source>makes a total that is too large for a whole number or decimal</source>
        <translation>يعطي إجماليًا أكبر من عدد صحيح أو عشري</translation>
    </message>
    <message>
        <source>must be a list of entries.</source>
        <translation>يجب أن يكون قائمة مدخلات.</translation>
    </message>
    <message>
        <source>must be a size such as 64 KiB or 10 MB, not “%1”.</source>
        <translation>يجب أن يكون حجمًا مثل 64 KiB أو 10 MB لا «%1».</translation>
    </message>
    <message>
        <source>must be a span such as 15m, hour, day, week or month, not “%1”.</source>
        <translation>يجب أن يكون مدة مثل 15m أو hour أو day أو week أو month لا «%1».</translation>
    </message>
    <message>
        <source>must be a time span such as 30s, 5m, 2h or 1d, not “%1”.</source>
        <translation>يجب أن يكون مدة مثل 30s أو 5m أو 2h أو 1d لا «%1».</translation>
    </message>
    <message>
        <source>must be an address such as https://example.com/data, not “%1”.</source>
        <translation>يجب أن يكون عنوانًا مثل https://example.com/data لا «%1».</translation>
    </message>
    <message>
        <source>must be an object of names and values.</source>
        <translation>يجب أن يكون كائن أسماء وقيم.</translation>
    </message>
    <message>
        <source>must be an object, not %1.</source>
        <translation>يجب أن يكون كائنًا لا %1.</translation>
    </message>
    <message>
        <source>must be at least %1, not %2.</source>
        <translation>يجب ألا يقل عن %1 لا %2.</translation>
    </message>
    <message>
        <source>must be at least %1.</source>
        <translation>يجب ألا يقل عن %1.</translation>
    </message>
    <message>
        <source>must be at most %1, not %2.</source>
        <translation>يجب ألا يزيد على %1 لا %2.</translation>
    </message>
    <message>
        <source>must be at most %1.</source>
        <translation>يجب ألا يزيد على %1.</translation>
    </message>
    <message>
        <source>must be from %1 to %2, not %3.</source>
        <translation>يجب أن يكون من %1 إلى %2 لا %3.</translation>
    </message>
    <message>
        <source>must be text, not %1.</source>
        <translation>يجب أن يكون نصًا لا %1.</translation>
    </message>
    <message>
        <source>must be true or false, not “%1”.</source>
        <translation>يجب أن يكون true أو false لا «%1».</translation>
    </message>
    <message>
        <source>needs 1 to 40 of a-z, 0-9, _ and -.</source>
        <translation>يحتاج إلى 1 إلى 40 من a-z و0-9 و_ و-.</translation>
    </message>
    <message>
        <source>needs a time to group by: “%1” keeps every value until its span is over.</source>
        <translation>يحتاج إلى وقت للتجميع: «%1» يُبقي كل قيمة حتى تنتهي مدتها.</translation>
    </message>
    <message>
        <source>needs at least one entry.</source>
        <translation>يحتاج إلى مدخل واحد على الأقل.</translation>
    </message>
    <message>
        <source>not a date</source>
        <translation>ليس تاريخًا</translation>
    </message>
    <message>
        <source>nothing answers on its port</source>
        <translation>لا شيء يجيب على منفذه</translation>
    </message>
    <message>
        <source>nothing is at the path of the records. The document has: %1</source>
        <translation>لا شيء عند مسار السجلات. في المستند: %1</translation>
    </message>
    <message>
        <source>takes one of every, cron and continuous.</source>
        <translation>يقبل واحدًا من every وcron وcontinuous.</translation>
    </message>
    <message>
        <source>the cursor %1 came a second time.</source>
        <translation>ورد المؤشر %1 مرة ثانية.</translation>
    </message>
    <message>
        <source>the folder cannot be made.</source>
        <translation>تعذّر إنشاء المجلد.</translation>
    </message>
    <message>
        <source>the next link leads back to a page that was read already.</source>
        <translation>رابط الصفحة التالية يعود إلى صفحة مقروءة.</translation>
    </message>
    <message>
        <source>the next page is on another host (%1).</source>
        <translation>الصفحة التالية على مضيف آخر (%1).</translation>
    </message>
    <message>
        <source>the path asks for too much of this document. Narrow it.</source>
        <translation>المسار يطلب الكثير من هذا المستند. ضيّقه.</translation>
    </message>
    <message>
        <source>the quote is not closed</source>
        <translation>علامة الاقتباس غير مغلقة</translation>
    </message>
    <message>
        <source>the row has %1 cells where the table has %2</source>
        <translation>في الصف %1 خلية وفي الجدول %2</translation>
    </message>
    <message>
        <source>the time is outside the years 1 to 9999</source>
        <translation>الوقت خارج السنوات 1 إلى 9999</translation>
    </message>
    <message>
        <source>there are more than %1 pages. Raise the limit or ask for less.</source>
        <translation>أكثر من %1 صفحة. ارفع الحد أو اطلب أقل.</translation>
    </message>
    <message>
        <source>there is no month %1</source>
        <translation>لا يوجد شهر %1</translation>
    </message>
    <message>
        <source>there is no such file.</source>
        <translation>لا يوجد ملف كهذا.</translation>
    </message>
    <message>
        <source>there is no such host</source>
        <translation>لا يوجد مضيف كهذا</translation>
    </message>
    <message>
        <source>there is no such time of day</source>
        <translation>لا توجد ساعة كهذه</translation>
    </message>
    <message>
        <source>this local time happens twice or not at all in %1</source>
        <translation>هذا الوقت المحلي يقع مرتين أو لا يقع في %1</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true أو false</translation>
    </message>
    <message>
        <source>“%1” has no meaning here.</source>
        <translation>لا معنى لـ «%1» هنا.</translation>
    </message>
    <message>
        <source>“%1” is %2, it has no parts.</source>
        <translation>«%1» هو %2، لا أجزاء له.</translation>
    </message>
    <message>
        <source>“%1” is missing here.</source>
        <translation>ينقص «%1» هنا.</translation>
    </message>
    <message>
        <source>“%1” is not a currency such as EUR or USD.</source>
        <translation>«%1» ليست عملة مثل EUR أو USD.</translation>
    </message>
    <message>
        <source>“%1” is not a decimal.</source>
        <translation>«%1» ليس عددًا عشريًا.</translation>
    </message>
    <message>
        <source>“%1” is not a duration such as 30s, 5m or 1h30m.</source>
        <translation>«%1» ليست مدة مثل 30s أو 5m أو 1h30m.</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>«%1» ليس عددًا.</translation>
    </message>
    <message>
        <source>“%1” is not a number</source>
        <translation>«%1» ليس عددًا</translation>
    </message>
    <message>
        <source>“%1” is not a time such as 2026-11-22T14:30:00Z.</source>
        <translation>«%1» ليس وقتًا مثل 2026-11-22T14:30:00Z.</translation>
    </message>
    <message>
        <source>“%1” is not a time zone such as Europe/Berlin.</source>
        <translation>«%1» ليست منطقة زمنية مثل Europe/Berlin.</translation>
    </message>
    <message>
        <source>“%1” is not a unit such as hour, day, week, month or 15m.</source>
        <translation>«%1» ليست وحدة مثل hour أو day أو week أو month أو 15m.</translation>
    </message>
    <message>
        <source>“%1” is not a unit: second, minute, hour, day, week, month, quarter, year.</source>
        <translation>«%1» ليست وحدة: second أو minute أو hour أو day أو week أو month أو quarter أو year.</translation>
    </message>
    <message>
        <source>“%1” is not an exact number</source>
        <translation>«%1» ليس عددًا دقيقًا</translation>
    </message>
    <message>
        <source>“%1” needs numbers; this is %2.%3</source>
        <translation>«%1» يحتاج إلى أعداد؛ هذا %2.%3</translation>
    </message>
    <message>
        <source>“-” needs a number; this is %1.</source>
        <translation>«-» يحتاج إلى عدد؛ هذا %1.</translation>
    </message>
    <message>
        <source>“like” needs text; this is %1.</source>
        <translation>«like» يحتاج إلى نص؛ هذا %1.</translation>
    </message>
    <message>
        <source>a comma or } is expected after a label</source>
        <translation>تُنتظر فاصلة أو } بعد الوسم</translation>
    </message>
    <message>
        <source>a digit is expected after the point</source>
        <translation>يُنتظر رقم بعد النقطة</translation>
    </message>
    <message>
        <source>a digit is expected in the exponent</source>
        <translation>يُنتظر رقم في الأس</translation>
    </message>
    <message>
        <source>a label&apos;s value is not closed</source>
        <translation>قيمة الوسم غير مغلقة</translation>
    </message>
    <message>
        <source>a label&apos;s value needs quotes</source>
        <translation>قيمة الوسم تحتاج إلى علامتي اقتباس</translation>
    </message>
    <message>
        <source>a metric&apos;s name is expected</source>
        <translation>يُنتظر اسم مقياس</translation>
    </message>
    <message>
        <source>a number is expected after the name</source>
        <translation>يُنتظر عدد بعد الاسم</translation>
    </message>
    <message>
        <source>a number may not begin with 0</source>
        <translation>لا يبدأ العدد بـ 0</translation>
    </message>
    <message>
        <source>a text holds a control character</source>
        <translation>في النص حرف تحكم</translation>
    </message>
    <message>
        <source>a text is not closed</source>
        <translation>النص غير مغلق</translation>
    </message>
    <message>
        <source>a value is expected</source>
        <translation>تُنتظر قيمة</translation>
    </message>
    <message>
        <source>the number is too large</source>
        <translation>العدد أكبر من اللازم</translation>
    </message>
    <message>
        <source>the timestamp is not a number</source>
        <translation>الطابع الزمني ليس عددًا</translation>
    </message>
    <message>
        <source>there is more text after the record</source>
        <translation>يوجد نص إضافي بعد السجل</translation>
    </message>
    <message>
        <source>there is no such escape in a text</source>
        <translation>لا يوجد تسلسل هروب كهذا</translation>
    </message>
    <message>
        <source>a colon is expected after a name</source>
        <translation>تُنتظر نقطتان بعد الاسم</translation>
    </message>
    <message>
        <source>a name in quotes is expected</source>
        <translation>يُنتظر اسم بين علامتي اقتباس</translation>
    </message>
    <message>
        <source>the brackets do not match</source>
        <translation>الأقواس غير متطابقة</translation>
    </message>
    <message>
        <source>the document ends too early</source>
        <translation>ينتهي المستند مبكرًا</translation>
    </message>
    <message>
        <source>the document is one large object. Name the path of its records, such as $.data[*]</source>
        <translation>المستند كائن واحد كبير. سمّ مسار سجلاته مثل $.data[*]</translation>
    </message>
    <message>
        <source>there is more text after the document. Choose NDJSON for one record a line</source>
        <translation>يوجد نص إضافي بعد المستند. اختر NDJSON لسجل في كل سطر</translation>
    </message>
    <message>
        <source>a closing bracket without an opening one.</source>
        <translation>قوس إغلاق بلا قوس فتح.</translation>
    </message>
    <message>
        <source>a bracket is not closed; add a ].</source>
        <translation>قوس غير مغلق؛ أضف ].</translation>
    </message>
    <message>
        <source>a bracket is not closed.</source>
        <translation>قوس غير مغلق.</translation>
    </message>
    <message>
        <source>a colon is expected here.</source>
        <translation>تُنتظر نقطتان هنا.</translation>
    </message>
    <message>
        <source>a comma or ] is expected here.</source>
        <translation>تُنتظر فاصلة أو ] هنا.</translation>
    </message>
    <message>
        <source>a comma or } is expected here.</source>
        <translation>تُنتظر فاصلة أو } هنا.</translation>
    </message>
    <message>
        <source>a control character stands in a string.</source>
        <translation>في النص حرف تحكم.</translation>
    </message>
    <message>
        <source>a control character stands in the text.</source>
        <translation>في النص حرف تحكم.</translation>
    </message>
    <message>
        <source>a dot or a bracket is expected here.</source>
        <translation>تُنتظر نقطة أو قوس هنا.</translation>
    </message>
    <message>
        <source>a name in quotes is expected here.</source>
        <translation>يُنتظر هنا اسم بين علامتي اقتباس.</translation>
    </message>
    <message>
        <source>a name is missing here; names with other signs are written [&apos;name&apos;].</source>
        <translation>ينقص اسم هنا؛ الأسماء ذات الرموز تُكتب [&apos;name&apos;].</translation>
    </message>
    <message>
        <source>a path begins with $.</source>
        <translation>يبدأ المسار بـ $.</translation>
    </message>
    <message>
        <source>a string is not closed.</source>
        <translation>النص غير مغلق.</translation>
    </message>
    <message>
        <source>a text is not closed; add the other quote.</source>
        <translation>النص غير مغلق؛ أضف علامة الاقتباس الثانية.</translation>
    </message>
    <message>
        <source>a value is expected here.</source>
        <translation>تُنتظر قيمة هنا.</translation>
    </message>
    <message>
        <source>an escape in a string is not known.</source>
        <translation>تسلسل هروب غير معروف في نص.</translation>
    </message>
    <message>
        <source>an index is missing here.</source>
        <translation>ينقص موضع هنا.</translation>
    </message>
    <message>
        <source>brackets are nested too deeply.</source>
        <translation>الأقواس متداخلة بعمق زائد.</translation>
    </message>
    <message>
        <source>something follows the end of the value.</source>
        <translation>يتبع نهاية القيمة شيء آخر.</translation>
    </message>
    <message>
        <source>the path has too many parts.</source>
        <translation>أجزاء المسار كثيرة جدًا.</translation>
    </message>
    <message>
        <source>there is nothing to repeat here.</source>
        <translation>لا شيء يُكرَّر هنا.</translation>
    </message>
    <message>
        <source>this escape is not known.</source>
        <translation>تسلسل الهروب هذا غير معروف.</translation>
    </message>
    <message>
        <source>this is not a number.</source>
        <translation>هذا ليس عددًا.</translation>
    </message>
    <message>
        <source>this number is too large or too small.</source>
        <translation>هذا العدد أكبر أو أصغر من اللازم.</translation>
    </message>
    <message>
        <source>This file</source>
        <translation>هذا الملف</translation>
    </message>
    <message>
        <source>%1 fields</source>
        <translation>الحقول: %1</translation>
    </message>
    <message>
        <source>first %1</source>
        <translation>أول %1</translation>
    </message>
    <message>
        <source>whole row</source>
        <translation>الصف كله</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>دون %1</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>المساعدة</translation>
    </message>
    <message>
        <source>Dashboards</source>
        <translation>اللوحات</translation>
    </message>
    <message>
        <source>Pipelines</source>
        <translation>خطوط المعالجة</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>القوالب</translation>
    </message>
</context>
<context>
    <name>Shortcut</name>
    <message>
        <source>Find anything</source>
        <translation>البحث عن أي شيء</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>النافذة</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>البحث عن أمر</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>الرجوع</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>التقدم</translation>
    </message>
    <message>
        <source>Fold or unfold the navigation</source>
        <translation>طي شريط التنقل أو فتحه</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>فتح الإعدادات</translation>
    </message>
    <message>
        <source>Open help</source>
        <translation>فتح المساعدة</translation>
    </message>
    <message>
        <source>Fill the screen or leave it</source>
        <translation>ملء الشاشة أو مغادرته</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>التبديل بين الفاتح والداكن</translation>
    </message>
    <message>
        <source>Go to the first section</source>
        <translation>إلى القسم الأول</translation>
    </message>
    <message>
        <source>Go to the second section</source>
        <translation>إلى القسم الثاني</translation>
    </message>
    <message>
        <source>Go to the third section</source>
        <translation>إلى القسم الثالث</translation>
    </message>
    <message>
        <source>Go to the fourth section</source>
        <translation>إلى القسم الرابع</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>إغلاق النافذة</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>التحرير</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Edit the dashboard, and finish</source>
        <translation>تحرير اللوحة وإنهاؤه</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>المخططات</translation>
    </message>
    <message>
        <source>Compare with the previous period</source>
        <translation>مقارنة بالفترة السابقة</translation>
    </message>
    <message>
        <source>From point to point of a chart</source>
        <translation>من نقطة إلى نقطة في المخطط</translation>
    </message>
    <message>
        <source>The next series of a chart</source>
        <translation>السلسلة التالية في المخطط</translation>
    </message>
    <message>
        <source>Zoom a chart</source>
        <translation>تكبير المخطط</translation>
    </message>
    <message>
        <source>Zoom the values of a chart</source>
        <translation>تكبير قيم المخطط</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>أقدم</translation>
    </message>
    <message>
        <source>Select a stretch of a chart, Return zooms to it</source>
        <translation>تحديد جزء من المخطط، وEnter يكبّره</translation>
    </message>
    <message>
        <source>Measure in a chart</source>
        <translation>القياس في المخطط</translation>
    </message>
    <message>
        <source>Show a chart as a table</source>
        <translation>عرض المخطط كجدول</translation>
    </message>
    <message>
        <source>Follow: back to now</source>
        <translation>متابعة: العودة إلى الآن</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>فتح ملف</translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message>
        <source>Open template</source>
        <translation>فتح القالب</translation>
    </message>
    <message>
        <source>fill it in to go on.</source>
        <translation>املأه للمتابعة.</translation>
    </message>
    <message>
        <source>Bank statement</source>
        <translation>كشف حساب</translation>
    </message>
    <message>
        <source>CSV of your bank: income and spending</source>
        <translation>ملف CSV من مصرفك: الدخل والإنفاق</translation>
    </message>
    <message>
        <source>Income and spending by month</source>
        <translation>الدخل والإنفاق حسب الشهر</translation>
    </message>
    <message>
        <source>Where the money goes</source>
        <translation>أين يذهب المال</translation>
    </message>
    <message>
        <source>Reads decimal commas and day-first dates</source>
        <translation>يقرأ الفاصلة العشرية والتواريخ التي تبدأ باليوم</translation>
    </message>
    <message>
        <source>CSV file of your bank</source>
        <translation>ملف CSV من مصرفك</translation>
    </message>
    <message>
        <source>With the columns Buchungstag, Kategorie and Betrag; change the steps for others</source>
        <translation>بالأعمدة Buchungstag وKategorie وBetrag؛ غيّر الخطوات لغيرها</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>الدخل</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>الإنفاق</translation>
    </message>
    <message>
        <source>Spending by month</source>
        <translation>الإنفاق حسب الشهر</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>القيود</translation>
    </message>
    <message>
        <source>IoT sensors</source>
        <translation>مستشعرات إنترنت الأشياء</translation>
    </message>
    <message>
        <source>Temperature and humidity for many devices</source>
        <translation>الحرارة والرطوبة لأجهزة كثيرة</translation>
    </message>
    <message>
        <source>Temperature of every room</source>
        <translation>حرارة كل غرفة</translation>
    </message>
    <message>
        <source>Warning when the cold room is too warm</source>
        <translation>تحذير عندما ترتفع حرارة غرفة التبريد</translation>
    </message>
    <message>
        <source>Humidity and battery beside it</source>
        <translation>الرطوبة والبطارية بجانبها</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>الحرارة</translation>
    </message>
    <message>
        <source>Cold room</source>
        <translation>غرفة التبريد</translation>
    </message>
    <message>
        <source>Greenhouse</source>
        <translation>البيت الزجاجي</translation>
    </message>
    <message>
        <source>Lowest battery</source>
        <translation>أدنى بطارية</translation>
    </message>
    <message>
        <source>Humidity</source>
        <translation>الرطوبة</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>البطارية</translation>
    </message>
    <message>
        <source>SaaS metrics</source>
        <translation>مؤشرات SaaS</translation>
    </message>
    <message>
        <source>MRR, churn and sign-ups from a CSV</source>
        <translation>MRR والتسرب والتسجيلات من ملف CSV</translation>
    </message>
    <message>
        <source>Monthly recurring revenue by plan</source>
        <translation>الإيراد الشهري المتكرر حسب الخطة</translation>
    </message>
    <message>
        <source>Sign-ups against churn</source>
        <translation>التسجيلات مقابل التسرب</translation>
    </message>
    <message>
        <source>Customers over time</source>
        <translation>العملاء مع الوقت</translation>
    </message>
    <message>
        <source>CSV file</source>
        <translation>ملف CSV</translation>
    </message>
    <message>
        <source>With the columns day, mrr_cents, customers, signups, churned, plan</source>
        <translation>بالأعمدة day, mrr_cents, customers, signups, churned, plan</translation>
    </message>
    <message>
        <source>MRR, Pro</source>
        <translation>MRR، Pro</translation>
    </message>
    <message>
        <source>MRR, Business</source>
        <translation>MRR، Business</translation>
    </message>
    <message>
        <source>Sign-ups</source>
        <translation>التسجيلات</translation>
    </message>
    <message>
        <source>Recurring revenue</source>
        <translation>الإيراد المتكرر</translation>
    </message>
    <message>
        <source>Sign-ups and churn</source>
        <translation>التسجيلات والتسرب</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>الخوادم</translation>
    </message>
    <message>
        <source>CPU, memory and requests from an exporter</source>
        <translation>المعالج والذاكرة والطلبات من مُصدِّر مقاييس</translation>
    </message>
    <message>
        <source>Load of every host in one chart</source>
        <translation>حمل كل مضيف في رسم واحد</translation>
    </message>
    <message>
        <source>Requests, errors and latency</source>
        <translation>الطلبات والأخطاء وزمن الاستجابة</translation>
    </message>
    <message>
        <source>Thresholds where it hurts</source>
        <translation>حدود حيث يهم الأمر</translation>
    </message>
    <message>
        <source>Metrics address</source>
        <translation>عنوان المقاييس</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>المعالج</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>الأخطاء</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>زمن الاستجابة</translation>
    </message>
    <message>
        <source>Processor by host</source>
        <translation>المعالج حسب المضيف</translation>
    </message>
    <message>
        <source>Shop revenue</source>
        <translation>إيراد المتجر</translation>
    </message>
    <message>
        <source>Shopify, WooCommerce or any order list</source>
        <translation>Shopify أو WooCommerce أو أي قائمة طلبات</translation>
    </message>
    <message>
        <source>Revenue by hour and by shop</source>
        <translation>الإيراد حسب الساعة وحسب المتجر</translation>
    </message>
    <message>
        <source>Orders and average order at a glance</source>
        <translation>الطلبات ومتوسط الطلب في لمحة</translation>
    </message>
    <message>
        <source>Orders table that fills itself, no duplicates</source>
        <translation>جدول طلبات يمتلئ بنفسه بلا تكرار</translation>
    </message>
    <message>
        <source>Shop address</source>
        <translation>عنوان المتجر</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>رمز الوصول</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>الإيراد</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Net of fees</source>
        <translation>بعد الرسوم</translation>
    </message>
    <message>
        <source>Average order</source>
        <translation>متوسط الطلب</translation>
    </message>
    <message>
        <source>Revenue a day</source>
        <translation>الإيراد يوميًا</translation>
    </message>
    <message>
        <source>Revenue by shop</source>
        <translation>الإيراد حسب المتجر</translation>
    </message>
    <message>
        <source>Latest orders</source>
        <translation>أحدث الطلبات</translation>
    </message>
    <message>
        <source>Stripe charges</source>
        <translation>مدفوعات Stripe</translation>
    </message>
    <message>
        <source>Payments, refunds and fees by day</source>
        <translation>المدفوعات والمبالغ المستردة والرسوم حسب اليوم</translation>
    </message>
    <message>
        <source>Gross, fees and refunds by day</source>
        <translation>الإجمالي والرسوم والمبالغ المستردة حسب اليوم</translation>
    </message>
    <message>
        <source>Failed payments at a glance</source>
        <translation>المدفوعات المخفقة في لمحة</translation>
    </message>
    <message>
        <source>Every charge once, by its id</source>
        <translation>كل دفعة مرة واحدة، حسب معرّفها</translation>
    </message>
    <message>
        <source>Restricted key</source>
        <translation>مفتاح مقيّد</translation>
    </message>
    <message>
        <source>A restricted key that may read charges is enough</source>
        <translation>يكفي مفتاح مقيّد يُسمح له بقراءة المدفوعات</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>الإجمالي</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>المسترد</translation>
    </message>
    <message>
        <source>Failed payments</source>
        <translation>المدفوعات المخفقة</translation>
    </message>
    <message>
        <source>Payments a day</source>
        <translation>المدفوعات يوميًا</translation>
    </message>
    <message>
        <source>Latest charges</source>
        <translation>أحدث المدفوعات</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>هذا الحاسوب</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>الذاكرة</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>التنزيل</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>الرفع</translation>
    </message>
    <message>
        <source>Disk busy</source>
        <translation>انشغال القرص</translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation>المساحة الحرة</translation>
    </message>
    <message>
        <source>Processor time</source>
        <translation>زمن المعالج</translation>
    </message>
    <message>
        <source>share of {cores}</source>
        <translation>نسبةً إلى {cores}</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>Disk throughput</source>
        <translation>نقل القرص</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>الأقراص</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>الطقس</translation>
    </message>
    <message>
        <source>Hourly forecast for a place, no key needed</source>
        <translation>توقعات كل ساعة لمكان ما، بلا مفتاح</translation>
    </message>
    <message>
        <source>Temperature, rain and wind hour by hour</source>
        <translation>الحرارة والمطر والرياح ساعة بساعة</translation>
    </message>
    <message>
        <source>Three days back and a forecast ahead</source>
        <translation>ثلاثة أيام ماضية وتوقعات قادمة</translation>
    </message>
    <message>
        <source>From a free service, no account</source>
        <translation>من خدمة مجانية، بلا حساب</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>خط العرض</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>خط الطول</translation>
    </message>
    <message>
        <source>Rain</source>
        <translation>المطر</translation>
    </message>
    <message>
        <source>Wind</source>
        <translation>الرياح</translation>
    </message>
    <message>
        <source>Churned</source>
        <translation>مغادرون</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>كتابة</translation>
    </message>
    <message>
        <source>Waiting for disk</source>
        <translation>انتظار القرص</translation>
    </message>
    <message>
        <source>User</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>مستخدم</translation>
    </message>
    <message>
        <source>System</source>
        <translation>النظام</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>قراءة</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>مخبأ</translation>
    </message>
    <message>
        <source>of {B}</source>
        <translation>من {B}</translation>
    </message>
    <message>
        <source>Peak {peak} at {peak_time}</source>
        <translation>الذروة {peak} عند {peak_time}</translation>
    </message>
    <message>
        <source>{C} used, {D} cached</source>
        <translation>مستخدم {C}، مخبأ {D}</translation>
    </message>
    <message>
        <source>Write {B}</source>
        <translation>الكتابة {B}</translation>
    </message>
    <message>
        <source>Address of your readings</source>
        <translation>عنوان قراءاتك</translation>
    </message>
    <message>
        <source>CSV or JSON with time, device, room, temperature_c, humidity_percent, battery_percent</source>
        <translation>CSV أو JSON فيه time وdevice وroom وtemperature_c وhumidity_percent وbattery_percent</translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>لا أنوية</numerusform>
            <numerusform>نواة واحدة</numerusform>
            <numerusform>نواتان</numerusform>
            <numerusform>%n أنوية</numerusform>
            <numerusform>%n نواة</numerusform>
            <numerusform>%n نواة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeRange</name>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>s</source>
        <translation>ث</translation>
    </message>
    <message>
        <source>min</source>
        <translation>د</translation>
    </message>
    <message>
        <source>h</source>
        <translation>س</translation>
    </message>
    <message>
        <source>d</source>
        <translation>ي</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>آخر دقيقة</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>آخر 5 دقائق</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>آخر 15 دقيقة</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>آخر ساعة</translation>
    </message>
    <message>
        <source>Last 3 hours</source>
        <translation>آخر 3 ساعات</translation>
    </message>
    <message>
        <source>Last 12 hours</source>
        <translation>آخر 12 ساعة</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>آخر 24 ساعة</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>آخر 7 أيام</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>آخر 30 يومًا</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>آخر 90 يومًا</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>آخر سنة</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>آخر %1</translation>
    </message>
</context>
<context>
    <name>WidgetType</name>
    <message>
        <source>No data in this time</source>
        <translation>لا بيانات في هذا الوقت</translation>
    </message>
    <message>
        <source>Chart, latest: %1</source>
        <translation>رسم بياني، الأحدث: %1</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>خط</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>مساحة</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>أعمدة</translation>
    </message>
    <message>
        <source>Gauge</source>
        <translation>مقياس</translation>
    </message>
    <message>
        <source>%1, between %2 and %3</source>
        <translation>%1، بين %2 و%3</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1 سابقًا</translation>
    </message>
    <message>
        <source>Stat</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>فارغ</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>السلسلة</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>الأخير</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>الأدنى</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>المتوسط</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>الأعلى</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>جدول</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>لا صفوف</numerusform>
            <numerusform>صف واحد</numerusform>
            <numerusform>صفان</numerusform>
            <numerusform>%Ln صفوف</numerusform>
            <numerusform>%Ln صفًا</numerusform>
            <numerusform>%Ln صف</numerusform>
        </translation>
    </message>
    <message>
        <source>No series chosen yet</source>
        <translation>لم تُختر سلسلة بعد</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>لا بيانات بعد</translation>
    </message>
    <message>
        <source>%1 holds words. Draw it as a stat or a table.</source>
        <translation>تحتوي %1 على كلمات. ارسمها رقمًا أو جدولًا.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>المجموع</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>لا صفوف</numerusform>
            <numerusform>صف واحد</numerusform>
            <numerusform>صفان</numerusform>
            <numerusform>%n صفوف</numerusform>
            <numerusform>%n صفًا</numerusform>
            <numerusform>%n صف</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash</name>
    <message>
        <source>passed by</source>
        <translation>تُتجاوَز</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 مرفوض</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Table of rows that were refused</source>
        <translation>جدول الصفوف المرفوضة</translation>
    </message>
    <message>
        <source>Table, %1</source>
        <translation>جدول، %1</translation>
    </message>
    <message>
        <source>Table, empty</source>
        <translation>جدول، فارغ</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 ي</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 س</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>يدويًا</translation>
    </message>
    <message>
        <source>Every %1</source>
        <translation>كل %1</translation>
    </message>
    <message>
        <source>As data comes</source>
        <translation>عند وصول البيانات</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>نجح</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>أخفق</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>ينتظر</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>أُرسل</translation>
    </message>
    <message>
        <source>Time of run</source>
        <translation>وقت التشغيل</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>الخطوة</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>الصفوف المقروءة</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>وقت الإنشاء</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>المحاولات</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>آخر رد</translation>
    </message>
    <message>
        <source>Unknown field</source>
        <translation>حقل غير معروف</translation>
    </message>
    <message>
        <source>Unknown function</source>
        <translation>دالة غير معروفة</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>غير مفهوم</translation>
    </message>
    <message>
        <source>Types do not fit</source>
        <translation>الأنواع لا تتوافق</translation>
    </message>
    <message>
        <source>Setting missing</source>
        <translation>إعداد ناقص</translation>
    </message>
    <message>
        <source>Unknown kind</source>
        <translation>نوع غير معروف</translation>
    </message>
    <message>
        <source>Secret missing</source>
        <translation>السر ناقص</translation>
    </message>
    <message>
        <source>File not opened</source>
        <translation>الملف لم يُفتح</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>تعذر الوصول</translation>
    </message>
    <message>
        <source>Answered %1</source>
        <translation>أجاب بـ %1</translation>
    </message>
    <message>
        <source>Limit reached</source>
        <translation>بُلغ الحد</translation>
    </message>
    <message>
        <source>Has an error</source>
        <translation>فيه خطأ</translation>
    </message>
    <message>
        <source>Keep points</source>
        <translation>الاحتفاظ بالنقاط</translation>
    </message>
    <message>
        <source>At most on the disk</source>
        <translation>على القرص بحد أقصى</translation>
    </message>
    <message>
        <source>Waiting for data</source>
        <translation>بانتظار البيانات</translation>
    </message>
</context>
<context>
    <name>dash::AddressEditor</name>
    <message>
        <source>Copy the address</source>
        <translation>نسخ العنوان</translation>
    </message>
    <message>
        <source>Make a new address; the old one stops working</source>
        <translation>إنشاء عنوان جديد؛ يتوقف القديم عن العمل</translation>
    </message>
</context>
<context>
    <name>dash::Banner</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
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
        <translation>خط معالجة بلا اسم</translation>
    </message>
    <message>
        <source>Pipelines</source>
        <translation>خطوط المعالجة</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>إضافة خطوة</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>الخطوة التالية</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>add after</source>
        <translation>إضافة بعدها</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>disable</source>
        <translation>تعطيل</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Show all steps</source>
        <translation>إظهار كل الخطوات</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Runs on this computer</source>
        <translation>يعمل على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Stays on this computer</source>
        <translation>يبقى على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>الإصدارات</translation>
    </message>
    <message>
        <source>Definition as text</source>
        <translation>التعريف نصًا</translation>
    </message>
    <message>
        <source>Run once</source>
        <translation>تشغيل مرة واحدة</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Fetch a new sample</source>
        <translation>جلب عينة جديدة</translation>
    </message>
    <message>
        <source>Export definition…</source>
        <translation>تصدير التعريف…</translation>
    </message>
    <message>
        <source>Pipeline settings</source>
        <translation>إعدادات خط المعالجة</translation>
    </message>
    <message>
        <source>Apply draft</source>
        <translation>تطبيق المسودة</translation>
    </message>
    <message>
        <source>Show rows</source>
        <translation>إظهار الصفوف</translation>
    </message>
    <message>
        <source>Show rejected rows</source>
        <translation>إظهار الصفوف المرفوضة</translation>
    </message>
    <message>
        <source>Show runs</source>
        <translation>إظهار مرات التشغيل</translation>
    </message>
    <message>
        <source>Show definition as text</source>
        <translation>إظهار التعريف نصًا</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>تراجع: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>إعادة: %1</translation>
    </message>
    <message>
        <source>Draft has an error</source>
        <translation>في المسودة خطأ</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>أخفق</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>لا يعمل</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة العمل</translation>
    </message>
    <message>
        <source>Run the applied version now</source>
        <translation>تشغيل الإصدار المطبَّق الآن</translation>
    </message>
    <message>
        <source>Apply the draft first</source>
        <translation>طبّق المسودة أولًا</translation>
    </message>
    <message>
        <source>Stopped at %1</source>
        <translation>توقف عند %1</translation>
    </message>
    <message>
        <source>Last run %1, %2, %3 ms</source>
        <translation>آخر تشغيل %1، %2، %3 ms</translation>
    </message>
    <message>
        <source>Last run %1: %2</source>
        <translation>آخر تشغيل %1: %2</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>نقل %1</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>ربط %1</translation>
    </message>
    <message>
        <source>Disconnect %1</source>
        <translation>فصل %1</translation>
    </message>
    <message>
        <source>Disable %1</source>
        <translation>تعطيل %1</translation>
    </message>
    <message>
        <source>Enable %1</source>
        <translation>تفعيل %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>إزالة %1</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>أُزيل %1</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>تكرار %1</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>إضافة %1</translation>
    </message>
    <message>
        <source>The clipboard holds no step</source>
        <translation>لا توجد خطوة في الحافظة</translation>
    </message>
    <message>
        <source>Paste %1</source>
        <translation>لصق %1</translation>
    </message>
    <message>
        <source>Add after</source>
        <translation>إضافة بعدها</translation>
    </message>
    <message>
        <source>Branch here</source>
        <translation>تفريع هنا</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>تكرار</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>تفعيل</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>تعطيل</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Restore version %1, applied %2</source>
        <translation>استعادة الإصدار %1، طُبِّق %2</translation>
    </message>
    <message>
        <source>Restore version %1</source>
        <translation>استعادة الإصدار %1</translation>
    </message>
    <message>
        <source>Nothing was applied yet</source>
        <translation>لم يُطبَّق شيء بعد</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>أُضيف: %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>تغيّر: %1</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>أُزيل: %1</translation>
    </message>
    <message>
        <source>Changed: pipeline settings</source>
        <translation>تغيّر: إعدادات خط المعالجة</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>تجاهل المسودة</translation>
    </message>
    <message>
        <source>Export definition</source>
        <translation>تصدير التعريف</translation>
    </message>
    <message>
        <source>Definition exported</source>
        <translation>صُدِّر التعريف</translation>
    </message>
    <message>
        <source>Show steps in their own size</source>
        <translation>إظهار الخطوات بحجمها الأصلي</translation>
    </message>
    <message>
        <source>Begin with a source</source>
        <translation>ابدأ بمصدر</translation>
    </message>
    <message>
        <source>Press [A], or drag from the list</source>
        <translation>اضغط [A] أو اسحب من القائمة</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>إضافة مصدر</translation>
    </message>
</context>
<context>
    <name>dash::Canvas</name>
    <message>
        <source>Pipeline steps</source>
        <translation>خطوات خط المعالجة</translation>
    </message>
    <message>
        <source>has an error</source>
        <translation>فيها خطأ</translation>
    </message>
    <message>
        <source>waits behind an error</source>
        <translation>تنتظر خلف خطأ</translation>
    </message>
    <message>
        <source>disabled, rows pass it by</source>
        <translation>معطلة، تتجاوزها الصفوف</translation>
    </message>
</context>
<context>
    <name>dash::ChartView</name>
    <message>
        <source>Change</source>
        <translation>التغيّر</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>المتوسط</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>الأعلى</translation>
    </message>
    <message>
        <source>%1, before</source>
        <translation>%1، سابقًا</translation>
    </message>
    <message>
        <source>Min to max</source>
        <translation>من الأدنى إلى الأعلى</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>المجموع</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>الفرق</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Arrows go from point to point, up and down change the series, plus and minus zoom, Shift and arrows select, T shows a table</source>
        <translation>تنتقل الأسهم من نقطة إلى نقطة، وأعلى وأسفل يبدّلان السلسلة، والزائد والناقص يكبّران ويصغّران، وShift مع الأسهم يحدّد، وT يعرض جدولًا</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>عرض كجدول</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>أقدم</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>أحدث</translation>
    </message>
    <message>
        <source>Follow: back to now</source>
        <translation>متابعة: العودة إلى الآن</translation>
    </message>
    <message>
        <source>Selected %1 to %2</source>
        <translation>المحدد من %1 إلى %2</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>ولا شيء آخر</numerusform>
            <numerusform>وواحدة أخرى</numerusform>
            <numerusform>واثنتان أخريان</numerusform>
            <numerusform>و%Ln أخرى</numerusform>
            <numerusform>و%Ln أخرى</numerusform>
            <numerusform>و%Ln أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Points here cannot be read: the file is damaged</source>
        <translation>لا يمكن قراءة نقاط هنا: الملف تالف</translation>
    </message>
    <message numerus="yes">
        <source>%Ln point(s) here cannot be read: the file is damaged</source>
        <translation>
            <numerusform>لا نقاط تعذرت قراءتها هنا</numerusform>
            <numerusform>تعذرت قراءة نقطة واحدة هنا: الملف تالف</numerusform>
            <numerusform>تعذرت قراءة نقطتين هنا: الملف تالف</numerusform>
            <numerusform>تعذرت قراءة %Ln نقاط هنا: الملف تالف</numerusform>
            <numerusform>تعذرت قراءة %Ln نقطة هنا: الملف تالف</numerusform>
            <numerusform>تعذرت قراءة %Ln نقطة هنا: الملف تالف</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::Combo</name>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>البحث في %1</translation>
    </message>
</context>
<context>
    <name>dash::CommandPalette</name>
    <message>
        <source>Find anything</source>
        <translation>البحث عن أي شيء</translation>
    </message>
    <message>
        <source>Find a dashboard, a pipeline, a series or a command</source>
        <translation>ابحث عن لوحة أو خط معالجة أو سلسلة أو أمر</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>نتائج البحث</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>انتقال إلى</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>السلاسل</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>تنفيذ</translation>
    </message>
    <message>
        <source>move</source>
        <translation>تنقّل</translation>
    </message>
    <message>
        <source>open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Nothing is called that. Try fewer letters.</source>
        <translation>لا شيء بهذا الاسم. جرّب حروفًا أقل.</translation>
    </message>
    <message>
        <source>for commands,</source>
        <translation>للأوامر،</translation>
    </message>
    <message>
        <source>for labels</source>
        <translation>للتسميات</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>اكتب</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>مفتوح الآن</translation>
    </message>
</context>
<context>
    <name>dash::DashboardsPage</name>
    <message>
        <source>No dashboard yet</source>
        <translation>لا لوحات بعد</translation>
    </message>
    <message>
        <source>A dashboard shows series and tables as charts and numbers</source>
        <translation>تعرض اللوحة السلاسل والجداول رسومًا بيانية وأرقامًا</translation>
    </message>
    <message>
        <source>New dashboard</source>
        <translation>لوحة جديدة</translation>
    </message>
    <message>
        <source>Move widget</source>
        <translation>نقل العنصر</translation>
    </message>
    <message>
        <source>Dashboards</source>
        <translation>اللوحات</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>New widget</source>
        <translation>عنصر جديد</translation>
    </message>
    <message>
        <source>Add widget</source>
        <translation>إضافة عنصر</translation>
    </message>
    <message>
        <source>Duplicate widget</source>
        <translation>تكرار العنصر</translation>
    </message>
    <message>
        <source>Remove widget</source>
        <translation>إزالة العنصر</translation>
    </message>
    <message>
        <source>“%1” was removed</source>
        <translation>أُزيل «%1»</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Compare with previous period</source>
        <translation>المقارنة بالفترة السابقة</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>إنهاء المقارنة</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>التحرير</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Last data %1</source>
        <translation>آخر بيانات %1</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>each change is saved</source>
        <translation>يُحفظ كل تغيير</translation>
    </message>
    <message>
        <source>Change time shown</source>
        <translation>تغيير الوقت المعروض</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <source>Show the previous period behind every chart</source>
        <translation>إظهار الفترة السابقة خلف كل رسم بياني</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>قياس</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Export this dashboard</source>
        <translation>تصدير هذه اللوحة</translation>
    </message>
    <message>
        <source>Document (PDF)</source>
        <translation>مستند (PDF)</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>صورة (PNG)</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>رسم (SVG)</translation>
    </message>
    <message>
        <source>Values (CSV)</source>
        <translation>قيم (CSV)</translation>
    </message>
    <message>
        <source>Dashboard menu</source>
        <translation>قائمة اللوحة</translation>
    </message>
    <message>
        <source>Values of the axis by themselves again</source>
        <translation>قيم المحور تلقائيًا من جديد</translation>
    </message>
    <message>
        <source>Back to the dashboard</source>
        <translation>العودة إلى اللوحة</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>لا شيء للتراجع عنه</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>تراجع: %1</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>لا شيء لإعادته</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>إعادة: %1</translation>
    </message>
    <message>
        <source>Finish editing</source>
        <translation>إنهاء التحرير</translation>
    </message>
    <message>
        <source>Edit dashboard</source>
        <translation>تحرير اللوحة</translation>
    </message>
    <message>
        <source>Add widget: %1</source>
        <translation>إضافة عنصر: %1</translation>
    </message>
    <message>
        <source>Follow: back to now</source>
        <translation>متابعة: العودة إلى الآن</translation>
    </message>
    <message>
        <source>Export dashboard as PDF</source>
        <translation>تصدير اللوحة بصيغة PDF</translation>
    </message>
    <message>
        <source>Rename dashboard</source>
        <translation>إعادة تسمية اللوحة</translation>
    </message>
    <message>
        <source>Duplicate dashboard</source>
        <translation>تكرار اللوحة</translation>
    </message>
    <message>
        <source>Rename dashboard…</source>
        <translation>إعادة تسمية اللوحة…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Remove dashboard</source>
        <translation>إزالة اللوحة</translation>
    </message>
    <message>
        <source>Name of the dashboard</source>
        <translation>اسم اللوحة</translation>
    </message>
    <message>
        <source>%1, copy</source>
        <translation>%1، نسخة</translation>
    </message>
    <message>
        <source>Export as %1</source>
        <translation>تصدير بصيغة %1</translation>
    </message>
    <message>
        <source>the name must end in png, svg, pdf or csv</source>
        <translation>يجب أن ينتهي الاسم بـ png أو svg أو pdf أو csv</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>حُفظ %1</translation>
    </message>
</context>
<context>
    <name>dash::DataList</name>
    <message>
        <source>Series and tables</source>
        <translation>السلاسل والجداول</translation>
    </message>
</context>
<context>
    <name>dash::DataListModel</name>
    <message>
        <source>Just dropped</source>
        <translation>أُفلت للتو</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>السلاسل</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>الجداول</translation>
    </message>
</context>
<context>
    <name>dash::DataPage</name>
    <message>
        <source>Drop or choose a file</source>
        <translation>أفلت ملفًا أو اختره</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>الذاكرة المؤقتة</translation>
    </message>
    <message>
        <source>Filter series and tables</source>
        <translation>تصفية السلاسل والجداول</translation>
    </message>
    <message>
        <source>Series and tables</source>
        <translation>السلاسل والجداول</translation>
    </message>
    <message>
        <source>Choose series or table</source>
        <translation>اختيار سلسلة أو جدول</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>لا بيانات بعد</translation>
    </message>
    <message>
        <source>Drop a CSV, JSON or NDJSON file here, or press [Ctrl+O]</source>
        <translation>أفلت ملف CSV أو JSON أو NDJSON هنا، أو اضغط [Ctrl+O]</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>اختيار ملف</translation>
    </message>
    <message>
        <source>Data (*.csv *.tsv *.txt *.json *.ndjson *.jsonl)</source>
        <translation>بيانات (*.csv *.tsv *.txt *.json *.ndjson *.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Cache %1 of %2</source>
        <translation>الذاكرة المؤقتة %1 من %2</translation>
    </message>
    <message>
        <source>What stays in the cache</source>
        <translation>ما يبقى في الذاكرة المؤقتة</translation>
    </message>
    <message>
        <source>Keep points</source>
        <translation>الاحتفاظ بالنقاط</translation>
    </message>
    <message>
        <source>At most on the disk</source>
        <translation>الحد الأقصى على القرص</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>تصدير CSV</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>The oldest points of the largest series leave first</source>
        <translation>تُحذف أولًا أقدم نقاط أكبر سلسلة</translation>
    </message>
    <message>
        <source>%1 written to %2</source>
        <translation>كُتب %1 في %2</translation>
    </message>
</context>
<context>
    <name>dash::Desktop</name>
    <message>
        <source>it could not be created.</source>
        <translation>تعذر إنشاؤه.</translation>
    </message>
    <message numerus="yes">
        <source>Dash closed unexpectedly %n times in a row, so no pipeline runs now. Nothing saved is lost.</source>
        <translation>
            <numerusform>أُغلق Dash على نحو غير متوقع، لذا لا يعمل أي خط معالجة الآن. لم يُفقد شيء مما حُفظ.</numerusform>
            <numerusform>أُغلق Dash على نحو غير متوقع مرة واحدة، لذا لا يعمل أي خط معالجة الآن. لم يُفقد شيء مما حُفظ.</numerusform>
            <numerusform>أُغلق Dash على نحو غير متوقع مرتين متتاليتين، لذا لا يعمل أي خط معالجة الآن. لم يُفقد شيء مما حُفظ.</numerusform>
            <numerusform>أُغلق Dash على نحو غير متوقع %n مرات متتالية، لذا لا يعمل أي خط معالجة الآن. لم يُفقد شيء مما حُفظ.</numerusform>
            <numerusform>أُغلق Dash على نحو غير متوقع %n مرة متتالية، لذا لا يعمل أي خط معالجة الآن. لم يُفقد شيء مما حُفظ.</numerusform>
            <numerusform>أُغلق Dash على نحو غير متوقع %n مرة متتالية، لذا لا يعمل أي خط معالجة الآن. لم يُفقد شيء مما حُفظ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Safe mode: no pipeline runs now.</source>
        <translation>الوضع الآمن: لا يعمل أي خط معالجة الآن.</translation>
    </message>
    <message>
        <source>Run pipelines again</source>
        <translation>إعادة تشغيل خطوط المعالجة</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>لا يعمل</translation>
    </message>
    <message>
        <source>running</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>failed, tried again soon</source>
        <translation>أخفق، محاولة أخرى قريبًا</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>أخفق</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>New dashboard</source>
        <translation>لوحة جديدة</translation>
    </message>
    <message>
        <source>New pipeline</source>
        <translation>خط معالجة جديد</translation>
    </message>
</context>
<context>
    <name>dash::Draft</name>
    <message>
        <source>Change %1</source>
        <translation>تغيير %1</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>تجاهل المسودة</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>إيقاف %1 مؤقتًا</translation>
    </message>
    <message>
        <source>Continue %1</source>
        <translation>متابعة %1</translation>
    </message>
</context>
<context>
    <name>dash::DraftSummary</name>
    <message>
        <source>See changes</source>
        <translation>إظهار التغييرات</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>تطبيق</translation>
    </message>
    <message>
        <source>Mend the error first</source>
        <translation>أصلح الخطأ أولًا</translation>
    </message>
    <message>
        <source>The draft is what runs</source>
        <translation>المسودة هي ما يعمل</translation>
    </message>
    <message>
        <source>Make the draft the running version</source>
        <translation>جعل المسودة الإصدار العامل</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>تجاهل المسودة</translation>
    </message>
    <message>
        <source>The running version goes on</source>
        <translation>الإصدار العامل يستمر</translation>
    </message>
    <message>
        <source>Draft, not applied yet</source>
        <translation>مسودة لم تُطبَّق بعد</translation>
    </message>
    <message>
        <source>version %1 is running</source>
        <translation>الإصدار %1 يعمل</translation>
    </message>
    <message>
        <source>nothing runs yet</source>
        <translation>لا شيء يعمل بعد</translation>
    </message>
    <message>
        <source>Your draft is saved. Version %1 keeps feeding the dashboards until this step works.</source>
        <translation>مسودتك محفوظة. يستمر الإصدار %1 في تغذية اللوحات حتى تعمل هذه الخطوة.</translation>
    </message>
    <message>
        <source>Your draft is saved. It can be applied as soon as this step works.</source>
        <translation>مسودتك محفوظة. يمكن تطبيقها حالما تعمل هذه الخطوة.</translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation>صفوف %1</translation>
    </message>
    <message>
        <source>Changed values</source>
        <translation>القيم المتغيرة</translation>
    </message>
    <message>
        <source>%1 of %2 in %3</source>
        <translation>%1 من %2 في %3</translation>
    </message>
    <message>
        <source>New fields</source>
        <translation>حقول جديدة</translation>
    </message>
    <message>
        <source>Fields gone</source>
        <translation>حقول اختفت</translation>
    </message>
</context>
<context>
    <name>dash::DrawAsPicker</name>
    <message>
        <source>Draw as</source>
        <translation>الرسم كـ</translation>
    </message>
</context>
<context>
    <name>dash::DropVeil</name>
    <message>
        <source>Let go to chart it</source>
        <translation>أفلت لرسمه</translation>
    </message>
    <message numerus="yes">
        <source>One file at a time: the first of %n</source>
        <translation>
            <numerusform>ملف واحد في كل مرة: الأول من %n</numerusform>
            <numerusform>ملف واحد في كل مرة: الأول من %n</numerusform>
            <numerusform>ملف واحد في كل مرة: الأول من %n</numerusform>
            <numerusform>ملف واحد في كل مرة: الأول من %n</numerusform>
            <numerusform>ملف واحد في كل مرة: الأول من %n</numerusform>
            <numerusform>ملف واحد في كل مرة: الأول من %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Time, numbers and labels are guessed, each one click to change</source>
        <translation>يُخمَّن الوقت والأعداد والوسوم، وكلٌّ يُغيَّر بنقرة</translation>
    </message>
</context>
<context>
    <name>dash::EditPanel</name>
    <message>
        <source>Average</source>
        <translation>المتوسط</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>الأدنى</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>الأعلى</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>المجموع</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>First</source>
        <translation>الأول</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>الأخير</translation>
    </message>
    <message>
        <source>Show rows</source>
        <translation>إظهار الصفوف</translation>
    </message>
    <message>
        <source>Settings of the selected widget</source>
        <translation>إعدادات العنصر المحدد</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>الحدود</translation>
    </message>
    <message numerus="yes">
        <source>%Ln series</source>
        <translation>
            <numerusform>لا سلاسل</numerusform>
            <numerusform>سلسلة واحدة</numerusform>
            <numerusform>سلسلتان</numerusform>
            <numerusform>%Ln سلاسل</numerusform>
            <numerusform>%Ln سلسلة</numerusform>
            <numerusform>%Ln سلسلة</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>لا شيء محدد</translation>
    </message>
    <message>
        <source>Click a widget, or press N for the next one</source>
        <translation>انقر عنصرًا، أو اضغط N للعنصر التالي</translation>
    </message>
    <message>
        <source>Add series</source>
        <translation>إضافة سلسلة</translation>
    </message>
    <message>
        <source>Draw as</source>
        <translation>الرسم كـ</translation>
    </message>
    <message>
        <source>Draw as %1</source>
        <translation>الرسم كـ %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>بلا</translation>
    </message>
    <message>
        <source>Change unit</source>
        <translation>تغيير الوحدة</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>الوحدة</translation>
    </message>
    <message>
        <source>Series %1</source>
        <translation>السلسلة %1</translation>
    </message>
    <message>
        <source>Choose a series</source>
        <translation>اختر سلسلة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>لا صفوف</numerusform>
            <numerusform>صف واحد</numerusform>
            <numerusform>صفان</numerusform>
            <numerusform>%Ln صفوف</numerusform>
            <numerusform>%Ln صفًا</numerusform>
            <numerusform>%Ln صف</numerusform>
        </translation>
    </message>
    <message>
        <source>New widget</source>
        <translation>عنصر جديد</translation>
    </message>
    <message>
        <source>Choose series</source>
        <translation>اختيار سلسلة</translation>
    </message>
    <message>
        <source>Show series %1</source>
        <translation>إظهار السلسلة %1</translation>
    </message>
    <message>
        <source>Hide series %1</source>
        <translation>إخفاء السلسلة %1</translation>
    </message>
    <message>
        <source>Hide series</source>
        <translation>إخفاء السلسلة</translation>
    </message>
    <message>
        <source>Show series</source>
        <translation>إظهار السلسلة</translation>
    </message>
    <message>
        <source>Remove series %1</source>
        <translation>إزالة السلسلة %1</translation>
    </message>
    <message>
        <source>Remove series</source>
        <translation>إزالة السلسلة</translation>
    </message>
    <message>
        <source>Remove filter</source>
        <translation>إزالة المرشح</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>مرشح</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Value of an interval</source>
        <translation>قيمة الفترة</translation>
    </message>
    <message>
        <source>Change aggregate</source>
        <translation>تغيير التجميع</translation>
    </message>
    <message>
        <source>every</source>
        <translation>كل</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>الفترة</translation>
    </message>
    <message>
        <source>pixel</source>
        <translation>بكسل</translation>
    </message>
    <message>
        <source>second</source>
        <translation>ثانية</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>دقيقة</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 د</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 د</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>ساعة</translation>
    </message>
    <message>
        <source>6 hours</source>
        <translation>6 ساعات</translation>
    </message>
    <message>
        <source>day</source>
        <translation>يوم</translation>
    </message>
    <message>
        <source>week</source>
        <translation>أسبوع</translation>
    </message>
    <message>
        <source>Change interval</source>
        <translation>تغيير الفترة</translation>
    </message>
    <message>
        <source>Name in the legend, such as {host}</source>
        <translation>الاسم في وسيلة الإيضاح، مثل {host}</translation>
    </message>
    <message>
        <source>Name in the legend</source>
        <translation>الاسم في وسيلة الإيضاح</translation>
    </message>
    <message>
        <source>Change legend</source>
        <translation>تغيير وسيلة الإيضاح</translation>
    </message>
    <message>
        <source>Add filter</source>
        <translation>إضافة مرشح</translation>
    </message>
    <message>
        <source>This series has no labels</source>
        <translation>ليس لهذه السلسلة تسميات</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>تغيير «%1»</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>تلقائيًا</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Change title</source>
        <translation>تغيير العنوان</translation>
    </message>
    <message>
        <source>Beside the title</source>
        <translation>بجانب العنوان</translation>
    </message>
    <message>
        <source>Change words beside the title</source>
        <translation>تغيير الكلمات بجانب العنوان</translation>
    </message>
    <message>
        <source>Three digits</source>
        <translation>ثلاثة أرقام</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decimal(s)</source>
        <translation>
            <numerusform>بلا منازل عشرية</numerusform>
            <numerusform>منزلة عشرية واحدة</numerusform>
            <numerusform>منزلتان عشريتان</numerusform>
            <numerusform>%Ln منازل عشرية</numerusform>
            <numerusform>%Ln منزلة عشرية</numerusform>
            <numerusform>%Ln منزلة عشرية</numerusform>
        </translation>
    </message>
    <message>
        <source>Change decimals</source>
        <translation>تغيير المنازل العشرية</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>الأعداد</translation>
    </message>
    <message>
        <source>Value of the threshold</source>
        <translation>قيمة الحد</translation>
    </message>
    <message>
        <source>Move threshold</source>
        <translation>نقل الحد</translation>
    </message>
    <message>
        <source>Meaning of the threshold</source>
        <translation>معنى الحد</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>هدف</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Change threshold</source>
        <translation>تغيير الحد</translation>
    </message>
    <message>
        <source>Remove threshold</source>
        <translation>إزالة الحد</translation>
    </message>
    <message>
        <source>Words on the line</source>
        <translation>كلمات على الخط</translation>
    </message>
    <message>
        <source>Add threshold</source>
        <translation>إضافة حد</translation>
    </message>
    <message>
        <source>By the unit</source>
        <translation>حسب الوحدة</translation>
    </message>
    <message>
        <source>First series only</source>
        <translation>السلسلة الأولى فقط</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>How several series become one number</source>
        <translation>كيف تصبح عدة سلاسل رقمًا واحدًا</translation>
    </message>
    <message>
        <source>Change how series are combined</source>
        <translation>تغيير طريقة جمع السلاسل</translation>
    </message>
    <message numerus="yes">
        <source>%Ln series as</source>
        <translation>
            <numerusform>لا سلاسل كـ</numerusform>
            <numerusform>سلسلة واحدة كـ</numerusform>
            <numerusform>سلسلتان كـ</numerusform>
            <numerusform>%Ln سلاسل كـ</numerusform>
            <numerusform>%Ln سلسلة كـ</numerusform>
            <numerusform>%Ln سلسلة كـ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln point(s)</source>
        <translation>
            <numerusform>لا نقاط</numerusform>
            <numerusform>نقطة واحدة</numerusform>
            <numerusform>نقطتان</numerusform>
            <numerusform>%Ln نقاط</numerusform>
            <numerusform>%Ln نقطة</numerusform>
            <numerusform>%Ln نقطة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::ExpressionEditor</name>
    <message>
        <source>First row</source>
        <translation>الصف الأول</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>فارغ</translation>
    </message>
</context>
<context>
    <name>dash::FieldsEditor</name>
    <message>
        <source>Choose fields</source>
        <translation>اختيار الحقول</translation>
    </message>
    <message>
        <source>Type a field, then Return</source>
        <translation>اكتب حقلًا ثم اضغط الإدخال</translation>
    </message>
    <message>
        <source>No fields arrive here yet</source>
        <translation>لا تصل حقول إلى هنا بعد</translation>
    </message>
    <message>
        <source>Field %1</source>
        <translation>الحقل %1</translation>
    </message>
</context>
<context>
    <name>dash::FilePanel</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>We read it as</source>
        <translation>نقرؤه على أنه</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>البدء من جديد</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>خط</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>مساحة</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>أعمدة</translation>
    </message>
    <message>
        <source>Draw as</source>
        <translation>الرسم كـ</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>الصفوف الأولى</translation>
    </message>
    <message>
        <source>What next?</source>
        <translation>ما التالي؟</translation>
    </message>
    <message>
        <source>Keep as pipeline</source>
        <translation>الاحتفاظ به خط معالجة</translation>
    </message>
    <message>
        <source>Watches the file and adds new rows</source>
        <translation>يراقب الملف ويضيف الصفوف الجديدة</translation>
    </message>
    <message>
        <source>Put on a dashboard</source>
        <translation>الوضع على لوحة</translation>
    </message>
    <message>
        <source>A new dashboard with this chart</source>
        <translation>لوحة جديدة بهذا الرسم البياني</translation>
    </message>
    <message>
        <source>Keep the rows only</source>
        <translation>الاحتفاظ بالصفوف فقط</translation>
    </message>
    <message>
        <source>Stores a table, no series</source>
        <translation>يخزّن جدولًا بلا سلاسل</translation>
    </message>
    <message>
        <source>Stays on this computer</source>
        <translation>يبقى على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>فاصلة منقوطة</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>علامة جدولة</translation>
    </message>
    <message>
        <source>Decimal comma</source>
        <translation>فاصلة عشرية</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 صف/ث</translation>
    </message>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>بقي %n ث</numerusform>
            <numerusform>بقيت %n ث</numerusform>
            <numerusform>بقيت %n ث</numerusform>
            <numerusform>بقيت %n ث</numerusform>
            <numerusform>بقيت %n ث</numerusform>
            <numerusform>بقيت %n ث</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>بلا</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>إضافة تسمية</translation>
    </message>
    <message>
        <source>No time</source>
        <translation>بلا وقت</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>الوقت: %1</translation>
    </message>
    <message>
        <source>%1, day first</source>
        <translation>%1، اليوم أولًا</translation>
    </message>
    <message>
        <source>%1, month first</source>
        <translation>%1، الشهر أولًا</translation>
    </message>
    <message>
        <source>Day first</source>
        <translation>اليوم أولًا</translation>
    </message>
    <message>
        <source>Month first</source>
        <translation>الشهر أولًا</translation>
    </message>
    <message>
        <source>%1, charted</source>
        <translation>%1، مرسوم</translation>
    </message>
    <message>
        <source>%1, not charted</source>
        <translation>%1، غير مرسوم</translation>
    </message>
    <message>
        <source>Label: %1</source>
        <translation>التسمية: %1</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 حسب %2</translation>
    </message>
    <message>
        <source>Keep “%1” as pipeline</source>
        <translation>الاحتفاظ بـ «%1» خط معالجة</translation>
    </message>
    <message>
        <source>“%1” is watched from now on</source>
        <translation>«%1» تحت المراقبة من الآن</translation>
    </message>
    <message>
        <source>Put “%1” on a dashboard</source>
        <translation>وضع «%1» على لوحة</translation>
    </message>
    <message>
        <source>“%1” is no longer read. What was read is kept.</source>
        <translation>لم يعد «%1» يُقرأ. ما قُرئ محفوظ.</translation>
    </message>
    <message>
        <source>it is a folder. Drop a file from it.</source>
        <translation>هذا مجلد. أفلت ملفًا منه.</translation>
    </message>
    <message>
        <source>it is a device or a pipe, not a file.</source>
        <translation>هذا جهاز أو أنبوب وليس ملفًا.</translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation>هو فارغ.</translation>
    </message>
    <message>
        <source>it is not text.</source>
        <translation>هو ليس نصًا.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Stopped at %1. Nothing is kept.</source>
        <translation>أُوقف عند %1. لم يُحفظ شيء.</translation>
    </message>
    <message>
        <source>%1 of %2 lines</source>
        <translation>%1 من %2 خطًا</translation>
    </message>
    <message>
        <source>%1, %2 rejected</source>
        <translation>%1، رُفض %2</translation>
    </message>
    <message>
        <source>%1 in %2 s</source>
        <translation>%1 في %2 ث</translation>
    </message>
    <message numerus="yes">
        <source>Stopped at %1. %Ln row(s) are kept.</source>
        <translation>
            <numerusform>أُوقف عند %1. لا صفوف محفوظة.</numerusform>
            <numerusform>أُوقف عند %1. صف واحد محفوظ.</numerusform>
            <numerusform>أُوقف عند %1. صفان محفوظان.</numerusform>
            <numerusform>أُوقف عند %1. %Ln صفوف محفوظة.</numerusform>
            <numerusform>أُوقف عند %1. %Ln صفًا محفوظًا.</numerusform>
            <numerusform>أُوقف عند %1. %Ln صف محفوظ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped at %1. %Ln point(s) are kept.</source>
        <translation>
            <numerusform>أُوقف عند %1. لا نقاط محفوظة.</numerusform>
            <numerusform>أُوقف عند %1. نقطة واحدة محفوظة.</numerusform>
            <numerusform>أُوقف عند %1. نقطتان محفوظتان.</numerusform>
            <numerusform>أُوقف عند %1. %Ln نقاط محفوظة.</numerusform>
            <numerusform>أُوقف عند %1. %Ln نقطة محفوظة.</numerusform>
            <numerusform>أُوقف عند %1. %Ln نقطة محفوظة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::FirstRunCard</name>
    <message>
        <source>This is your computer, live. Bring your own data whenever you like.</source>
        <translation>هذا حاسوبك، مباشرةً. أضف بياناتك متى شئت.</translation>
    </message>
    <message>
        <source>Drop a file</source>
        <translation>أفلت ملفًا</translation>
    </message>
    <message>
        <source>Connect something</source>
        <translation>اربط مصدرًا</translation>
    </message>
    <message>
        <source>Start from a template</source>
        <translation>ابدأ من قالب</translation>
    </message>
    <message>
        <source>Hide this card</source>
        <translation>إخفاء هذه البطاقة</translation>
    </message>
    <message>
        <source>This is your computer, live.</source>
        <translation>هذا حاسوبك، مباشرةً.</translation>
    </message>
    <message>
        <source>Bring your own data whenever you like.</source>
        <translation>أضف بياناتك متى شئت.</translation>
    </message>
</context>
<context>
    <name>dash::FollowChip</name>
    <message>
        <source>Show all</source>
        <translation>عرض الكل</translation>
    </message>
    <message>
        <source>Follow: back to now</source>
        <translation>متابعة: العودة إلى الآن</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>متابعة</translation>
    </message>
    <message numerus="yes">
        <source>Follow, +%Ln point(s)</source>
        <translation>
            <numerusform>متابعة، +%Ln نقطة</numerusform>
            <numerusform>متابعة، +%Ln نقطة</numerusform>
            <numerusform>متابعة، نقطتان جديدتان</numerusform>
            <numerusform>متابعة، +%Ln نقاط</numerusform>
            <numerusform>متابعة، +%Ln نقطة</numerusform>
            <numerusform>متابعة، +%Ln نقطة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::GridEditor</name>
    <message>
        <source>Dashboard being edited</source>
        <translation>لوحة قيد التحرير</translation>
    </message>
    <message>
        <source>Add a widget here</source>
        <translation>أضف عنصرًا هنا</translation>
    </message>
    <message>
        <source>or press W to choose one</source>
        <translation>أو اضغط W لاختيار عنصر</translation>
    </message>
    <message>
        <source>Duplicate widget</source>
        <translation>تكرار العنصر</translation>
    </message>
    <message>
        <source>Remove widget</source>
        <translation>إزالة العنصر</translation>
    </message>
    <message>
        <source>%1: column %2, row %3, %4 × %5 cells</source>
        <translation>%1: العمود %2، الصف %3، %4 × %5 خلايا</translation>
    </message>
</context>
<context>
    <name>dash::HelpPage</name>
    <message>
        <source>What is a pipeline</source>
        <translation>ما خط المعالجة</translation>
    </message>
    <message>
        <source>A pipeline brings data in and makes it useful: a source reads, steps change what was read, outputs keep it as series or tables, or send it on.</source>
        <translation>يجلب خط المعالجة البيانات ويجعلها نافعة: المصدر يقرأ، والخطوات تغيّر ما قُرئ، والمُخرَجات تحتفظ به سلاسلَ أو جداولَ أو ترسله إلى جهة أخرى.</translation>
    </message>
    <message>
        <source>Rows are shown under every step while you type. A row that a step cannot use goes to the table “rejected” with the reason; nothing is lost, and it can be run again.</source>
        <translation>تظهر الصفوف تحت كل خطوة أثناء الكتابة. الصف الذي لا تستطيع خطوة استخدامه ينتقل مع السبب إلى جدول «مرفوض»؛ لا يُفقد شيء، ويمكن تشغيله مجددًا.</translation>
    </message>
    <message>
        <source>What you edit is a draft. The version that runs changes when you choose Apply, and the difference in rows is shown before.</source>
        <translation>ما تحرره مسودة. يتغير الإصدار العامل عند اختيار «تطبيق»، ويُعرض الفرق في الصفوف قبل ذلك.</translation>
    </message>
    <message>
        <source>What is a dashboard</source>
        <translation>ما اللوحة</translation>
    </message>
    <message>
        <source>A dashboard is a grid of widgets. Each one reads series and tables from the cache on this computer, so it looks the same live, offline and after a restart.</source>
        <translation>اللوحة شبكة من العناصر. يقرأ كل عنصر السلاسل والجداول من الذاكرة المؤقتة على هذا الحاسوب، لذا يبدو كما هو مباشرةً ودون اتصال وبعد إعادة التشغيل.</translation>
    </message>
    <message>
        <source>Point at a chart to read it, drag it to look back, turn the wheel to zoom. “Follow” goes back to now. The line below a chart says how it was made and opens its pipeline.</source>
        <translation>أشِر إلى الرسم البياني لقراءته، واسحبه للنظر إلى الماضي، وأدر العجلة للتكبير. «متابعة» تعيدك إلى الآن. السطر أسفل الرسم يبيّن كيف أُنشئ ويفتح خط معالجته.</translation>
    </message>
    <message>
        <source>Where your data is</source>
        <translation>أين بياناتك</translation>
    </message>
    <message>
        <source>Everything is in the workspace folder: one file with what you made, one with the data. Saved means it is on the disk. Passwords and keys are in the keychain of the system, never in these files.</source>
        <translation>كل شيء في مجلد مساحة العمل: ملف لما صنعته وملف للبيانات. «محفوظ» تعني أنه على القرص. كلمات المرور والمفاتيح في سلسلة مفاتيح النظام، لا في هذه الملفات أبدًا.</translation>
    </message>
    <message>
        <source>Finding things</source>
        <translation>البحث عن الأشياء</translation>
    </message>
    <message>
        <source>Find anything opens with %1: type a few letters of a name. Begin with &gt; for commands only, with # for series by label.</source>
        <translation>يُفتح «البحث عن أي شيء» بـ %1: اكتب بضعة حروف من اسم. ابدأ بـ &gt; للأوامر فقط، وبـ # للسلاسل حسب التسمية.</translation>
    </message>
    <message>
        <source>Keys of the window</source>
        <translation>مفاتيح النافذة</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>المساعدة</translation>
    </message>
    <message>
        <source>Keys of charts and while editing</source>
        <translation>مفاتيح المخططات وأثناء التحرير</translation>
    </message>
    <message>
        <source>Functions of numbers</source>
        <translation>دوال الأعداد</translation>
    </message>
    <message>
        <source>Functions of texts</source>
        <translation>دوال النصوص</translation>
    </message>
    <message>
        <source>Functions of times</source>
        <translation>دوال الأوقات</translation>
    </message>
    <message>
        <source>Functions that choose</source>
        <translation>دوال الاختيار</translation>
    </message>
    <message>
        <source>Functions of lists and objects</source>
        <translation>دوال القوائم والكائنات</translation>
    </message>
</context>
<context>
    <name>dash::Inspector</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Choose a field</source>
        <translation>اختر حقلًا</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Fields at this step</source>
        <translation>الحقول عند هذه الخطوة</translation>
    </message>
    <message>
        <source>Untitled pipeline</source>
        <translation>خط معالجة بلا اسم</translation>
    </message>
    <message>
        <source>Pipeline, %1</source>
        <translation>خط معالجة، %1</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <translation>%1، الخطوة %2</translation>
    </message>
    <message>
        <source>There is no field “%1” here</source>
        <translation>لا يوجد حقل «%1» هنا</translation>
    </message>
    <message>
        <source>The step before</source>
        <translation>الخطوة السابقة</translation>
    </message>
    <message>
        <source>%1 does not deliver it. Pick another field.</source>
        <translation>%1 لا يوفّره. اختر حقلًا آخر.</translation>
    </message>
    <message>
        <source>%1 delivers %2. Rename it below or pick another field.</source>
        <translation>%1 يوفّر %2. أعد تسميته أدناه أو اختر حقلًا آخر.</translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translation>استخدام «%1»</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>استخدام %1</translation>
    </message>
    <message>
        <source>Change pipeline</source>
        <translation>تغيير خط المعالجة</translation>
    </message>
    <message>
        <source>Rename step</source>
        <translation>إعادة تسمية الخطوة</translation>
    </message>
</context>
<context>
    <name>dash::KindList</name>
    <message>
        <source>Steps, sources and outputs</source>
        <translation>الخطوات والمصادر والمُخرَجات</translation>
    </message>
    <message>
        <source>Nothing is called that</source>
        <translation>لا شيء بهذا الاسم</translation>
    </message>
</context>
<context>
    <name>dash::LegendBar</name>
    <message>
        <source>Legend</source>
        <translation>وسيلة الإيضاح</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1، مخفي</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>Show alone</source>
        <translation>إظهاره وحده</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>أزرق</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>برتقالي</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>أزرق مخضر</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>وردي</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>بنفسجي</translation>
    </message>
    <message>
        <source>Sky</source>
        <translation>سماوي</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>أخضر</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>ذهبي</translation>
    </message>
    <message>
        <source>Brick</source>
        <translation>قرميدي</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>أردوازي</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>Min to max</source>
        <translation>الأدنى إلى الأقصى</translation>
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
        <translation>اختيار مجلد</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>اختيار ملف</translation>
    </message>
</context>
<context>
    <name>dash::ListEditor</name>
    <message>
        <source>Add entry</source>
        <translation>إضافة مدخل</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>الإضافة إلى %1</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>المدخل %1</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>نقل إلى أعلى</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>نقل إلى أسفل</translation>
    </message>
    <message>
        <source>Remove entry</source>
        <translation>إزالة المدخل</translation>
    </message>
</context>
<context>
    <name>dash::MainWindow</name>
    <message>
        <source>My workspace</source>
        <translation>مساحتي</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>لوحة</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>خط معالجة</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>البحث عن أي شيء</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>المساعدة</translation>
    </message>
    <message>
        <source>Close Dash</source>
        <translation>إغلاق Dash</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>فتح ملف…</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is open. %n more were dropped.</source>
        <translation>
            <numerusform>«%1» مفتوح.</numerusform>
            <numerusform>«%1» مفتوح. أُفلت ملف آخر.</numerusform>
            <numerusform>«%1» مفتوح. أُفلت ملفان آخران.</numerusform>
            <numerusform>«%1» مفتوح. أُفلتت %n ملفات أخرى.</numerusform>
            <numerusform>«%1» مفتوح. أُفلت %n ملفًا آخر.</numerusform>
            <numerusform>«%1» مفتوح. أُفلت %n ملف آخر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the next one</source>
        <translation>فتح التالي</translation>
    </message>
</context>
<context>
    <name>dash::NavItem</name>
    <message>
        <source>open now</source>
        <translation>مفتوح الآن</translation>
    </message>
    <message numerus="yes">
        <source>%n rejected row(s)</source>
        <translation>
            <numerusform>لا صفوف مرفوضة</numerusform>
            <numerusform>صف مرفوض واحد</numerusform>
            <numerusform>صفان مرفوضان</numerusform>
            <numerusform>%n صفوف مرفوضة</numerusform>
            <numerusform>%n صفًا مرفوضًا</numerusform>
            <numerusform>%n صف مرفوض</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::NavRail</name>
    <message>
        <source>Navigation</source>
        <translation>التنقل</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>البحث عن أي شيء</translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation>مساحة العمل %1</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>محفوظ</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>جارٍ حفظ %1</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>لم يُحفظ بعد</translation>
    </message>
    <message>
        <source>tried again</source>
        <translation>تُعاد المحاولة</translation>
    </message>
</context>
<context>
    <name>dash::OverviewStrip</name>
    <message>
        <source>All of time: arrows move the window</source>
        <translation>كل الوقت: الأسهم تحرّك النافذة</translation>
    </message>
    <message>
        <source>drag the window or its edges</source>
        <translation>اسحب النافذة أو حوافها</translation>
    </message>
</context>
<context>
    <name>dash::PairsEditor</name>
    <message>
        <source>Add label</source>
        <translation>إضافة تسمية</translation>
    </message>
    <message>
        <source>Add entry</source>
        <translation>إضافة مدخل</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Kind of value</source>
        <translation>نوع القيمة</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
</context>
<context>
    <name>dash::ParameterForm</name>
    <message>
        <source>More settings</source>
        <translation>إعدادات أكثر</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>إعدادات أقل</translation>
    </message>
</context>
<context>
    <name>dash::PipelineListPage</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>آخر تشغيل</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>الصفوف</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>التشغيل التالي</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>New pipeline</source>
        <translation>خط معالجة جديد</translation>
    </message>
    <message>
        <source>Import file</source>
        <translation>استيراد ملف</translation>
    </message>
    <message>
        <source>No pipelines yet</source>
        <translation>لا خطوط معالجة بعد</translation>
    </message>
    <message>
        <source>Press [N] for a new one, or drop a definition here</source>
        <translation>اضغط [N] لخط جديد، أو أفلت تعريفًا هنا</translation>
    </message>
    <message>
        <source>Import pipeline file</source>
        <translation>استيراد ملف خط معالجة</translation>
    </message>
    <message>
        <source>Import pipeline</source>
        <translation>استيراد خط معالجة</translation>
    </message>
    <message>
        <source>Pipeline definitions (*.json)</source>
        <translation>تعريفات خطوط المعالجة (*.json)</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 نسخة</translation>
    </message>
    <message>
        <source>Duplicate pipeline</source>
        <translation>تكرار خط المعالجة</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>حذف %1</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>حُذف %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>تكرار</translation>
    </message>
    <message>
        <source>Run once</source>
        <translation>تشغيل مرة واحدة</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Pipelines</source>
        <translation>خطوط المعالجة</translation>
    </message>
</context>
<context>
    <name>dash::PipelineRow</name>
    <message>
        <source>Enabled</source>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Untitled pipeline</source>
        <translation>خط معالجة بلا اسم</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>أخفق</translation>
    </message>
    <message>
        <source>Failed, tries again</source>
        <translation>أخفق، تُعاد المحاولة</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>يدويًا</translation>
    </message>
    <message>
        <source>%1 enabled</source>
        <translation>فُعِّل %1</translation>
    </message>
    <message>
        <source>%1, %2, last run %3, %4 rejected</source>
        <translation>%1، %2، آخر تشغيل %3، %4 مرفوض</translation>
    </message>
</context>
<context>
    <name>dash::ProvenanceLine</name>
    <message>
        <source>Open pipeline</source>
        <translation>افتح خط المعالجة</translation>
    </message>
    <message>
        <source>Made by %1</source>
        <translation>من إنتاج %1</translation>
    </message>
</context>
<context>
    <name>dash::RowsPanel</name>
    <message>
        <source>Show only rows that contain</source>
        <translation>إظهار الصفوف التي تحتوي</translation>
    </message>
    <message>
        <source>No rows here yet</source>
        <translation>لا صفوف هنا بعد</translation>
    </message>
    <message>
        <source>They appear as soon as the source delivers.</source>
        <translation>تظهر حالما يوفّرها المصدر.</translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation>تحرير النص</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>الصفوف</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>مرات التشغيل</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>Under the step</source>
        <translation>تحت الخطوة</translation>
    </message>
    <message>
        <source>Keep these rows in view</source>
        <translation>إبقاء هذه الصفوف ظاهرة</translation>
    </message>
    <message>
        <source>Show only rows that contain words</source>
        <translation>إظهار الصفوف التي تحتوي كلمات فقط</translation>
    </message>
    <message>
        <source>Rows in full size</source>
        <translation>الصفوف بالحجم الكامل</translation>
    </message>
    <message>
        <source>Open step</source>
        <translation>فتح الخطوة</translation>
    </message>
    <message>
        <source>Run rows again</source>
        <translation>إعادة تشغيل الصفوف</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>الصفوف المرفوضة</translation>
    </message>
    <message>
        <source>No row was rejected</source>
        <translation>لم يُرفض أي صف</translation>
    </message>
    <message>
        <source>Rows that a step refuses are kept here with the reason.</source>
        <translation>تُحفظ هنا الصفوف التي ترفضها خطوة مع السبب.</translation>
    </message>
    <message>
        <source>Nothing is lost: these rows stay here until they pass or you delete them. Mend the step, then run them again.</source>
        <translation>لا يُفقد شيء: تبقى هذه الصفوف هنا حتى تمر أو تحذفها. أصلح الخطوة ثم أعد تشغيلها.</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>لا تشغيل بعد</translation>
    </message>
    <message>
        <source>Apply the draft or run it once.</source>
        <translation>طبّق المسودة أو شغّلها مرة واحدة.</translation>
    </message>
    <message>
        <source>Choose a run to see what its input gives with another definition.</source>
        <translation>اختر تشغيلًا لترى ما تعطيه مُدخَلاته مع تعريف آخر.</translation>
    </message>
    <message>
        <source>Replay as it ran</source>
        <translation>إعادة العرض كما جرى</translation>
    </message>
    <message>
        <source>Replay with draft</source>
        <translation>إعادة العرض بالمسودة</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Rows after %1</source>
        <translation>الصفوف بعد %1</translation>
    </message>
    <message>
        <source>Run %1 again</source>
        <translation>إعادة تشغيل %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>فتح %1</translation>
    </message>
    <message>
        <source>%1 of %2 · %3 ms</source>
        <translation>%1 من %2 · ⁦%3 ms⁩</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>فارغ</translation>
    </message>
    <message>
        <source>Group by %1</source>
        <translation>التجميع حسب %1</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>تصفية %1</translation>
    </message>
    <message>
        <source>Keep only %1</source>
        <translation>الاحتفاظ بـ %1 فقط</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <translation>استبعاد %1</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>نسخ المسار</translation>
    </message>
    <message>
        <source>%1 of %2 passed</source>
        <translation>مرّ %1 من %2</translation>
    </message>
    <message>
        <source>Replaying the input of %1 …</source>
        <translation>تُعاد مُدخَلات %1 …</translation>
    </message>
    <message>
        <source>With the draft</source>
        <translation>بالمسودة</translation>
    </message>
    <message>
        <source>As it ran</source>
        <translation>كما جرى</translation>
    </message>
    <message>
        <source>no output has rows</source>
        <translation>لا صفوف في أي مُخرَج</translation>
    </message>
    <message>
        <source>Delete the rejected rows</source>
        <translation>حذف الصفوف المرفوضة</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>حُذف %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 ← %3</translation>
    </message>
    <message>
        <source>Nothing has been received yet</source>
        <translation>لم يصل شيء بعد</translation>
    </message>
    <message>
        <source>Send something to the address, or paste an example.</source>
        <translation>أرسل شيئًا إلى العنوان أو ألصق مثالًا.</translation>
    </message>
    <message>
        <source>Paste an example, or apply the draft and send something to the address.</source>
        <translation>ألصق مثالًا، أو طبّق المسودة وأرسل شيئًا إلى العنوان.</translation>
    </message>
</context>
<context>
    <name>dash::RowsTable</name>
    <message>
        <source>Rows</source>
        <translation>الصفوف</translation>
    </message>
    <message>
        <source>No rows yet</source>
        <translation>لا صفوف بعد</translation>
    </message>
    <message>
        <source>new</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>فارغ</translation>
    </message>
    <message>
        <source>No row contains “%1”</source>
        <translation>لا صف يحتوي «%1»</translation>
    </message>
    <message>
        <source>Row %1, %2: %3</source>
        <translation>الصف %1، %2: %3</translation>
    </message>
</context>
<context>
    <name>dash::SecretEditor</name>
    <message>
        <source>Kept as %1</source>
        <translation>محفوظ باسم %1</translation>
    </message>
    <message>
        <source>Kept in the keychain of this computer, never in the definition.</source>
        <translation>محفوظ في سلسلة مفاتيح هذا الحاسوب، لا في التعريف أبدًا.</translation>
    </message>
    <message>
        <source>Kept in the keychain as “%1”. Type to replace it.</source>
        <translation>محفوظ في سلسلة المفاتيح باسم «%1». اكتب لاستبداله.</translation>
    </message>
    <message>
        <source>No keychain answers here: kept until Dash is closed.</source>
        <translation>لا تجيب هنا سلسلة مفاتيح: يُحفظ حتى يُغلق Dash.</translation>
    </message>
</context>
<context>
    <name>dash::SeriesPanel</name>
    <message>
        <source>Line</source>
        <translation>خط</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>مساحة</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>أعمدة</translation>
    </message>
    <message>
        <source>Draw as</source>
        <translation>الرسم كـ</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>تصدير CSV…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>Newest points</source>
        <translation>أحدث النقاط</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>لا سلاسل</numerusform>
            <numerusform>سلسلة واحدة</numerusform>
            <numerusform>سلسلتان</numerusform>
            <numerusform>%n سلاسل</numerusform>
            <numerusform>%n سلسلة</numerusform>
            <numerusform>%n سلسلة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>من %1 إلى %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Delete series</source>
        <translation>حذف السلسلة</translation>
    </message>
    <message>
        <source>Delete points</source>
        <translation>حذف النقاط</translation>
    </message>
    <message numerus="yes">
        <source>%Ln point(s)</source>
        <translation>
            <numerusform>لا نقاط</numerusform>
            <numerusform>نقطة واحدة</numerusform>
            <numerusform>نقطتان</numerusform>
            <numerusform>%Ln نقاط</numerusform>
            <numerusform>%Ln نقطة</numerusform>
            <numerusform>%Ln نقطة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete “%1” with %Ln point(s)? This cannot be undone.</source>
        <translation>
            <numerusform>أتحذف «%1» بلا نقاط؟ لا يمكن التراجع عن ذلك.</numerusform>
            <numerusform>أتحذف «%1» مع نقطة واحدة؟ لا يمكن التراجع عن ذلك.</numerusform>
            <numerusform>أتحذف «%1» مع نقطتين؟ لا يمكن التراجع عن ذلك.</numerusform>
            <numerusform>أتحذف «%1» مع %Ln نقاط؟ لا يمكن التراجع عن ذلك.</numerusform>
            <numerusform>أتحذف «%1» مع %Ln نقطة؟ لا يمكن التراجع عن ذلك.</numerusform>
            <numerusform>أتحذف «%1» مع %Ln نقطة؟ لا يمكن التراجع عن ذلك.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::SeriesTable</name>
    <message>
        <source>Series</source>
        <translation>السلسلة</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>الأخير</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>الأدنى</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>المتوسط</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>الأعلى</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>التغير</translation>
    </message>
    <message>
        <source>In view</source>
        <translation>في العرض</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1، مخفية</translation>
    </message>
    <message>
        <source>%1, before</source>
        <translation>%1، سابقًا</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>ولا شيء آخر</numerusform>
            <numerusform>وواحدة أخرى</numerusform>
            <numerusform>واثنتان أخريان</numerusform>
            <numerusform>و%Ln أخرى</numerusform>
            <numerusform>و%Ln أخرى</numerusform>
            <numerusform>و%Ln أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Series of the chart</source>
        <translation>سلاسل المخطط</translation>
    </message>
    <message>
        <source>Space hides a series, Return shows it alone, S sorts by the column</source>
        <translation>المسافة تخفي السلسلة، وEnter يعرضها وحدها، وS يرتب حسب العمود</translation>
    </message>
</context>
<context>
    <name>dash::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>System</source>
        <translation>النظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>تباين</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>السمة</translation>
    </message>
    <message>
        <source>System follows what the desktop is set to.</source>
        <translation>«النظام» يتبع إعداد سطح المكتب.</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>مريحة</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>مضغوطة</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>الكثافة</translation>
    </message>
    <message>
        <source>Compact shows more rows and smaller gaps.</source>
        <translation>«مضغوطة» تعرض صفوفًا أكثر ومسافات أصغر.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>تقليل الحركة</translation>
    </message>
    <message>
        <source>Nothing moves but the data. The system&apos;s own setting counts as well.</source>
        <translation>لا يتحرك شيء سوى البيانات. يُراعى إعداد النظام أيضًا.</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>لغة النظام</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Also decides how numbers and dates are written.</source>
        <translation>تحدد أيضًا كيف تُكتب الأعداد والتواريخ.</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>مساحة العمل</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>About</source>
        <translation>حول</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>نسخ التشخيص</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>نُسخ</translation>
    </message>
    <message>
        <source>Dash %1</source>
        <translation>Dash %1</translation>
    </message>
    <message>
        <source>Built with Qt %1. Diagnostics hold versions and folders, no data and no secrets.</source>
        <translation>مبني بـ Qt %1. يحوي التشخيص الإصدارات والمجلدات، بلا بيانات ولا أسرار.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>التراخيص</translation>
    </message>
    <message>
        <source>Data on this computer</source>
        <translation>البيانات على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Keep points</source>
        <translation>الاحتفاظ بالنقاط</translation>
    </message>
    <message>
        <source>Older points leave the series; tables and pipelines stay.</source>
        <translation>تغادر النقاط الأقدم السلاسل؛ تبقى الجداول وخطوط المعالجة.</translation>
    </message>
    <message>
        <source>At most on the disk</source>
        <translation>على القرص بحد أقصى</translation>
    </message>
    <message>
        <source>The oldest points of the largest series leave first</source>
        <translation>تُحذف أولًا أقدم نقاط أكبر سلسلة</translation>
    </message>
</context>
<context>
    <name>dash::SinkBox</name>
    <message>
        <source>Pause deliveries</source>
        <translation>إيقاف التسليم مؤقتًا</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>إعادة الإرسال</translation>
    </message>
    <message>
        <source>Exact bytes of the next delivery</source>
        <translation>بايتات التسليم التالي بالضبط</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>عمليات التسليم</translation>
    </message>
    <message>
        <source>Nothing was sent yet</source>
        <translation>لم يُرسل شيء بعد</translation>
    </message>
    <message>
        <source>Next delivery, %1</source>
        <translation>التسليم التالي، %1</translation>
    </message>
    <message>
        <source>%1 waiting · %2 sent · %3 failed</source>
        <translation>%1 ينتظر · %2 أُرسل · %3 أخفق</translation>
    </message>
    <message>
        <source>Continue deliveries</source>
        <translation>متابعة التسليم</translation>
    </message>
</context>
<context>
    <name>dash::StepPopup</name>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>الخطوات</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>المُخرَجات</translation>
    </message>
    <message>
        <source>Find a step, source or output</source>
        <translation>ابحث عن خطوة أو مصدر أو مُخرَج</translation>
    </message>
</context>
<context>
    <name>dash::StoppedPage</name>
    <message>
        <source>This workspace needs a newer Dash</source>
        <translation>مساحة العمل هذه تحتاج إلى Dash أحدث</translation>
    </message>
    <message>
        <source>The workspace is damaged</source>
        <translation>مساحة العمل تالفة</translation>
    </message>
    <message>
        <source>The workspace cannot be written</source>
        <translation>لا يمكن الكتابة في مساحة العمل</translation>
    </message>
    <message>
        <source>The workspace is open elsewhere</source>
        <translation>مساحة العمل مفتوحة في مكان آخر</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>القرص ممتلئ</translation>
    </message>
    <message>
        <source>The workspace cannot be opened</source>
        <translation>تعذر فتح مساحة العمل</translation>
    </message>
    <message>
        <source>Nothing in the folder was changed.</source>
        <translation>لم يتغير شيء في المجلد.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>نسخ التفاصيل</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>فتح مجددًا</translation>
    </message>
    <message>
        <source>Pipelines and dashboards are safe. With new data, pipelines fill it from now on; this file is kept beside it under another name.</source>
        <translation>خطوط المعالجة واللوحات سليمة. تملأ الخطوط البيانات الجديدة من الآن فصاعدًا، ويبقى هذا الملف بجانبها باسم آخر.</translation>
    </message>
    <message>
        <source>Start with new data</source>
        <translation>البدء ببيانات جديدة</translation>
    </message>
</context>
<context>
    <name>dash::TablePanel</name>
    <message>
        <source>Export CSV…</source>
        <translation>تصدير CSV…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>Search these rows</source>
        <translation>البحث في هذه الصفوف</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>الترتيب حسب</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>الأكبر أولًا</translation>
    </message>
    <message>
        <source>Rows before</source>
        <translation>الصفوف السابقة</translation>
    </message>
    <message>
        <source>Rows after</source>
        <translation>الصفوف اللاحقة</translation>
    </message>
    <message>
        <source>No rows yet</source>
        <translation>لا صفوف بعد</translation>
    </message>
    <message>
        <source>They appear with the pipeline&apos;s next run</source>
        <translation>تظهر مع التشغيل التالي لخط المعالجة</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>الأصغر أولًا</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>المفتاح %1</translation>
    </message>
    <message>
        <source>Order of arrival</source>
        <translation>ترتيب الوصول</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <translation>%1–%2 من %3</translation>
    </message>
    <message>
        <source>Delete table</source>
        <translation>حذف الجدول</translation>
    </message>
    <message>
        <source>Delete rows</source>
        <translation>حذف الصفوف</translation>
    </message>
    <message numerus="yes">
        <source>Delete “%1” with %Ln row(s)? This cannot be undone.</source>
        <translation>
            <numerusform>أتحذف «%1» بلا صفوف؟ لا يمكن التراجع عن ذلك.</numerusform>
            <numerusform>أتحذف «%1» مع صف واحد؟ لا يمكن التراجع عن ذلك.</numerusform>
            <numerusform>أتحذف «%1» مع صفين؟ لا يمكن التراجع عن ذلك.</numerusform>
            <numerusform>أتحذف «%1» مع %Ln صفوف؟ لا يمكن التراجع عن ذلك.</numerusform>
            <numerusform>أتحذف «%1» مع %Ln صفًا؟ لا يمكن التراجع عن ذلك.</numerusform>
            <numerusform>أتحذف «%1» مع %Ln صف؟ لا يمكن التراجع عن ذلك.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dash::TemplateDetails</name>
    <message numerus="yes">
        <source>1 pipeline, 1 dashboard, %n widget(s)</source>
        <translation>
            <numerusform>خط معالجة واحد، لوحة واحدة، بلا عناصر</numerusform>
            <numerusform>خط معالجة واحد، لوحة واحدة، عنصر واحد</numerusform>
            <numerusform>خط معالجة واحد، لوحة واحدة، عنصران</numerusform>
            <numerusform>خط معالجة واحد، لوحة واحدة، %n عناصر</numerusform>
            <numerusform>خط معالجة واحد، لوحة واحدة، %n عنصرًا</numerusform>
            <numerusform>خط معالجة واحد، لوحة واحدة، %n عنصر</numerusform>
        </translation>
    </message>
    <message>
        <source>Sample data</source>
        <translation>بيانات تجريبية</translation>
    </message>
    <message>
        <source>Open with sample data</source>
        <translation>فتح ببيانات تجريبية</translation>
    </message>
    <message>
        <source>Use my data</source>
        <translation>استخدام بياناتي</translation>
    </message>
    <message>
        <source>What you get</source>
        <translation>ما ستحصل عليه</translation>
    </message>
    <message>
        <source>To use your data we ask for</source>
        <translation>لاستخدام بياناتك نطلب</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Kept in your keychain</source>
        <translation>محفوظ في سلسلة مفاتيحك</translation>
    </message>
    <message>
        <source>It is tested live before anything is replaced. Until then the sample stays.</source>
        <translation>يُختبر مباشرةً قبل استبدال أي شيء. حتى ذلك الحين تبقى البيانات التجريبية.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>اختيار ملف</translation>
    </message>
    <message>
        <source>“%1” opened with sample data</source>
        <translation>فُتح «%1» ببيانات تجريبية</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>جارٍ الاختبار…</translation>
    </message>
    <message>
        <source>Fill it in to go on</source>
        <translation>املأه للمتابعة</translation>
    </message>
    <message>
        <source>No keychain answers here: it is kept until Dash ends</source>
        <translation>لا تجيب هنا سلسلة مفاتيح: يُحفظ حتى ينتهي Dash</translation>
    </message>
    <message>
        <source>The source answered, but brought no rows.</source>
        <translation>أجاب المصدر لكنه لم يجلب صفوفًا.</translation>
    </message>
    <message>
        <source>“%1” now reads your data</source>
        <translation>«%1» يقرأ بياناتك الآن</translation>
    </message>
</context>
<context>
    <name>dash::TemplatesPage</name>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Selling</source>
        <translation>المبيعات</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>الخوادم</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>المستشعرات</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>المال</translation>
    </message>
    <message>
        <source>Search templates</source>
        <translation>البحث في القوالب</translation>
    </message>
    <message>
        <source>Kind of template</source>
        <translation>نوع القالب</translation>
    </message>
    <message>
        <source>Each one opens with sample data. Nothing leaves this computer.</source>
        <translation>يُفتح كل قالب ببيانات تجريبية. لا شيء يغادر هذا الحاسوب.</translation>
    </message>
    <message numerus="yes">
        <source>Search %n template(s)</source>
        <translation>
            <numerusform>البحث في القوالب</numerusform>
            <numerusform>البحث في قالب واحد</numerusform>
            <numerusform>البحث في قالبين</numerusform>
            <numerusform>البحث في %n قوالب</numerusform>
            <numerusform>البحث في %n قالبًا</numerusform>
            <numerusform>البحث في %n قالب</numerusform>
        </translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>القوالب</translation>
    </message>
    <message>
        <source>No template fits</source>
        <translation>لا قالب مطابق</translation>
    </message>
    <message>
        <source>Search for another word</source>
        <translation>ابحث عن كلمة أخرى</translation>
    </message>
</context>
<context>
    <name>dash::TextInput</name>
    <message>
        <source>Show what is typed</source>
        <translation>إظهار ما يُكتب</translation>
    </message>
</context>
<context>
    <name>dash::TextView</name>
    <message>
        <source>Definition as text</source>
        <translation>التعريف نصًا</translation>
    </message>
    <message>
        <source>The steps stay as the text last said.</source>
        <translation>تبقى الخطوات كما وصفها النص آخر مرة.</translation>
    </message>
</context>
<context>
    <name>dash::TimeRangeControl</name>
    <message>
        <source>Back to the time before</source>
        <translation>العودة إلى الوقت السابق</translation>
    </message>
    <message>
        <source>Forward to the time after</source>
        <translation>التقدم إلى الوقت التالي</translation>
    </message>
    <message>
        <source>Time shown: %1</source>
        <translation>الوقت المعروض: %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>هذا الأسبوع</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Show this time</source>
        <translation>إظهار هذا الوقت</translation>
    </message>
</context>
<context>
    <name>dash::TopBar</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>تقدم</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>صعود إلى %1</translation>
    </message>
</context>
<context>
    <name>dash::ValuesModel</name>
    <message>
        <source>Time</source>
        <translation>وقت</translation>
    </message>
    <message>
        <source>%1, before</source>
        <translation>%1، سابقًا</translation>
    </message>
</context>
<context>
    <name>dash::ValuesTable</name>
    <message>
        <source>%1 as a table</source>
        <translation>%1 جدولًا</translation>
    </message>
</context>
<context>
    <name>dash::WidgetCard</name>
    <message>
        <source>Widget menu</source>
        <translation>قائمة العنصر</translation>
    </message>
    <message>
        <source>This version does not know the widget “%1”</source>
        <translation>هذا الإصدار لا يعرف العنصر «%1»</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>الحجم الكامل</translation>
    </message>
    <message>
        <source>Edit widget</source>
        <translation>تحرير العنصر</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>إظهار كجدول</translation>
    </message>
    <message>
        <source>Open pipeline</source>
        <translation>افتح خط المعالجة</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>صورة (PNG)</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>رسم (SVG)</translation>
    </message>
    <message>
        <source>Document (PDF)</source>
        <translation>مستند (PDF)</translation>
    </message>
    <message>
        <source>Values (CSV)</source>
        <translation>قيم (CSV)</translation>
    </message>
    <message>
        <source>Duplicate widget</source>
        <translation>تكرار العنصر</translation>
    </message>
    <message>
        <source>Remove widget</source>
        <translation>إزالة العنصر</translation>
    </message>
    <message>
        <source>Change colour</source>
        <translation>تغيير اللون</translation>
    </message>
    <message>
        <source>Change which series are shown</source>
        <translation>تغيير السلاسل المعروضة</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln series</source>
        <translation>
            <numerusform>كل السلاسل</numerusform>
            <numerusform>السلسلة الوحيدة</numerusform>
            <numerusform>كلتا السلسلتين</numerusform>
            <numerusform>كل السلاسل الـ%Ln</numerusform>
            <numerusform>كل السلاسل الـ%Ln</numerusform>
            <numerusform>كل السلاسل الـ%Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Top 5 and the rest</source>
        <translation>أعلى 5 والبقية</translation>
    </message>
</context>
</TS>
