<?xml version="1.0" encoding="UTF-8"?>
<!-- This Source Code Form is subject to the terms of the Mozilla Public
   - License, v. 2.0. If a copy of the MPL was not distributed with this
   - file, You can obtain one at http://mozilla.org/MPL/2.0/. -->

<!-- All configuration data of the extension as one file, of the form that the
   - office keeps a person's own settings in. At each start the office opens
   - every file that an extension's manifest names, and looks each up in a list
   - of its own: one file, without the spaces that are there for people, costs
   - least.

   - In: <files><file>Addons.xcu</file>…</files>, relative to that list. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:oor="http://openoffice.org/2001/registry">
  <xsl:strip-space elements="oor:component-data node prop value"/>
  <xsl:output encoding="UTF-8"/>

  <xsl:template match="/files">
    <oor:items>
      <xsl:apply-templates select="document(file)/oor:component-data/node"/>
    </oor:items>
  </xsl:template>

  <xsl:template match="oor:component-data/node">
    <item oor:path="/{../@oor:package}.{../@oor:name}/{@oor:name}">
      <xsl:apply-templates/>
    </item>
  </xsl:template>

  <xsl:template match="@* | node()">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()"/>
    </xsl:copy>
  </xsl:template>

  <!-- The Function Wizard's other languages: see one-language.xsl. -->
  <xsl:template match="oor:component-data[@oor:name='CalcAddIns']//value[@xml:lang != 'en-US']"/>

  <xsl:template match="comment()"/>
</xsl:stylesheet>
