<?xml version="1.0" encoding="UTF-8"?>
<!-- This Source Code Form is subject to the terms of the Mozilla Public
   - License, v. 2.0. If a copy of the MPL was not distributed with this
   - file, You can obtain one at http://mozilla.org/MPL/2.0/. -->
<!-- The functions as the Function Wizard describes them in a language, as Markdown for the help. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:oor="http://openoffice.org/2001/registry">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:param name="language"/>

  <xsl:template match="/">
    <xsl:for-each select="//node[@oor:name='AddInFunctions']/node">
      <xsl:sort select="prop[@oor:name='DisplayName']/value"/>
      <xsl:text>&#10;## </xsl:text>
      <xsl:value-of select="prop[@oor:name='DisplayName']/value"/>
      <xsl:text>&#10;&#10;</xsl:text>
      <xsl:apply-templates select="prop[@oor:name='Description']"/>
      <xsl:text>&#10;&#10;</xsl:text>
      <xsl:for-each select="node[@oor:name='Parameters']/node">
        <xsl:text>- **</xsl:text>
        <xsl:apply-templates select="prop[@oor:name='DisplayName']"/>
        <xsl:text>**: </xsl:text>
        <xsl:apply-templates select="prop[@oor:name='Description']"/>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- English where there is no translation. -->
  <xsl:template match="prop">
    <xsl:choose>
      <xsl:when test="value[@xml:lang=$language]"><xsl:value-of select="value[@xml:lang=$language]"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="value[@xml:lang='en-US']"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
