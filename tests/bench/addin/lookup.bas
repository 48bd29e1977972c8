' This Source Code Form is subject to the terms of the Mozilla Public
' License, v. 2.0. If a copy of the MPL was not distributed with this
' file, You can obtain one at http://mozilla.org/MPL/2.0/.

' The same lookup as K2MCG in Basic, as an author writes it who has seen that a
' loop over the sheet is slow: a Collection from name to K2 per 100 g, filled
' once. It lives in the document, beside the sheet that it reads.

Global foods As Object

Sub ReadFoods
    Dim sheet, cursor, rows, row
    sheet = ThisComponent.Sheets.getByName("Foods")
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(True)
    rows = cursor.getDataArray()
    foods = New Collection
    For Each row In rows
        foods.Add row(1), row(0)
    Next
End Sub

Function BASIC_K2(food As String, amount As Double)
    If IsNull(foods) Then ReadFoods
    BASIC_K2 = foods.Item(food) * amount / 100
End Function
