<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>SlaText</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::CasePreview</name>
    <message numerus="yes">
        <source>released %n time(s)</source>
        <translation>
            <numerusform>released %n time</numerusform>
            <numerusform>released %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::DecisionForm</name>
    <message numerus="yes">
        <source>%n field(s) to complete</source>
        <translation>
            <numerusform>%n field to complete</numerusform>
            <numerusform>%n fields to complete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>! Goes against the model&apos;s suggestion. A second person has to countersign it; %n other(s) may.</source>
        <translation>
            <numerusform>! Goes against the model&apos;s suggestion. A second person has to countersign it; %n other may.</numerusform>
            <numerusform>! Goes against the model&apos;s suggestion. A second person has to countersign it; %n others may.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::FactorChart</name>
    <message numerus="yes">
        <source>%1, %2: raises the score by %n point(s)</source>
        <translation>
            <numerusform>%1, %2: raises the score by %n point</numerusform>
            <numerusform>%1, %2: raises the score by %n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2: lowers the score by %n point(s)</source>
        <translation>
            <numerusform>%1, %2: lowers the score by %n point</numerusform>
            <numerusform>%1, %2: lowers the score by %n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::SessionsCard</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
</TS>
